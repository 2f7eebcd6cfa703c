/** Lets a face be seen only by those it is for. The server decides again with every call. */
import { Container, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useSession } from "@/api/session";
import type { Account } from "@/api/types";
import { useT } from "@/i18n/provider";
import { PendingState } from "@/ui/states";
import { AccountCard } from "./card";
import { ConsentsDue } from "./consent";
import { AddPasskey } from "./passkeys";
import { ProveDialog } from "./prove";
import { SecondFactorSetUp } from "./second-factor";
import { SignIn } from "./sign-in";

interface GateProps {
  /** Narrows who may pass; what it answers is shown to everyone else. */
  unless?: (account: Account) => ReactNode | undefined;
  children: (account: Account) => ReactNode;
}

export function Gate({ unless, children }: GateProps) {
  const t = useT("common").identity;
  const session = useSession();
  if (session.status === "starting") return <PendingState />;
  if (session.status === "anonymous") {
    return (
      <Container component="main" id="content" size="xs">
        <SignIn reason={t.signInRequired} />
      </Container>
    );
  }
  const { account } = session;
  const refused = unless?.(account);
  if (refused !== undefined) return refused;
  if (account.consents_due.length > 0) {
    return (
      <Container component="main" id="content" size="xs">
        <ConsentsDue documents={account.consents_due} />
      </Container>
    );
  }
  return (
    <>
      {account.second_factor_required && !account.second_factor ? <SetUpFirst /> : children(account)}
      <ProveDialog />
    </>
  );
}

/** Whoever could move other people's money does not begin without a second factor. */
function SetUpFirst() {
  const t = useT("common").identity;
  return (
    <Container component="main" id="content" size="xs">
      <AccountCard title={t.secondFactor} intro={t.secondFactorRequired}>
        <Stack gap="xl">
          <SecondFactorSetUp />
          <Stack>
            <Text>{t.passkeyIntro}</Text>
            <AddPasskey />
          </Stack>
        </Stack>
      </AccountCard>
    </Container>
  );
}
