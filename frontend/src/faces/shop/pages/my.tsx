/** The pages of one's own account; who is not signed in is asked to, and is then where they wanted to be. */
import { Stack } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSession } from "@/api/session";
import type { Account } from "@/api/types";
import { ChangeEmail, ChangePassword, MyOrders, Profile, Sessions } from "@/features/account";
import { DeleteAccount, PasskeysPanel, SecondFactorPanel, SignIn } from "@/features/identity";
import { useT } from "@/i18n/provider";
import { PageHeader } from "@/ui/PageHeader";
import { PendingState } from "@/ui/states";

function Own({ title, intro, children }: { title: string; intro?: string; children: (account: Account) => ReactNode }) {
  const reason = useT("common").identity.signInRequired;
  const session = useSession();
  if (session.status === "starting") return <PendingState />;
  if (session.status === "anonymous") return <SignIn reason={reason} />;
  return (
    <>
      <PageHeader title={title} intro={intro} />
      {children(session.account)}
    </>
  );
}

export function ProfilePage() {
  const t = useT("shop").account;
  return <Own title={t.profile}>{(account) => <Profile key={account.id} account={account} />}</Own>;
}

export function MyOrdersPage() {
  const t = useT("shop").account;
  return (
    <Own title={t.orders} intro={t.ordersIntro}>
      {() => <MyOrders />}
    </Own>
  );
}

export function SecurityPage() {
  const t = useT("shop").account;
  const navigate = useNavigate();
  return (
    <Own title={t.security}>
      {(account) => (
        <Stack gap="xl">
          <PasskeysPanel />
          <SecondFactorPanel />
          <ChangePassword />
          <ChangeEmail key={account.id} account={account} />
          <DeleteAccount onDone={() => void navigate({ to: "/" })} />
        </Stack>
      )}
    </Own>
  );
}

export function SessionsPage() {
  const t = useT("shop").account;
  return (
    <Own title={t.sessions} intro={t.sessionsIntro}>
      {() => <Sessions />}
    </Own>
  );
}
