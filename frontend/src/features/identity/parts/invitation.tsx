/** An invitation to be a member of a company, opened by the link in its mail. */
import { Anchor, Button, Stack, Text } from "@mantine/core";
import { toProblem } from "@/api/problem";
import { useSession } from "@/api/session";
import type { Schemas } from "@/api/types";
import { usePick } from "@/i18n/pick";
import { useT } from "@/i18n/provider";
import { roleName } from "@/lib/roles";
import { Facts } from "@/ui/Facts";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { PendingState } from "@/ui/states";
import { When } from "@/ui/When";
import { useAcceptInvitation, useDeclineInvitation, useInvitation, useSignOut } from "../queries";
import { AccountCard } from "./card";

export function Invitation({ token }: { token: string | undefined }) {
  const t = useT("common").identity;
  const { data, error } = useInvitation(token);
  const say = usePick();
  if (token === undefined || error !== null) {
    return (
      <AccountCard title={t.invitationOpening}>
        {error !== null ? <ProblemAlert problem={toProblem(error)} /> : <Text role="alert">{t.resetMissing}</Text>}
      </AccountCard>
    );
  }
  if (data === undefined) return <PendingState />;
  return <Offer offer={data} token={token} company={say(data.company_name, data.company_name_en)} />;
}

function Offer({ offer, token, company }: { offer: Schemas["Offered"]; token: string; company: string }) {
  const t = useT("common").identity;
  const words = useT("common").role;
  const decline = useDeclineInvitation();
  if (decline.isSuccess) {
    return (
      <AccountCard title={t.invitationTitle(company)}>
        <Text role="status">{t.invitationDeclined}</Text>
      </AccountCard>
    );
  }
  return (
    <AccountCard title={t.invitationTitle(company)} intro={t.invitationIntro(offer.invited_by, company)}>
      <Facts
        facts={[
          { label: t.invitationRole, value: roleName(words, offer.role, offer.role_name) },
          { label: t.invitationFor, value: offer.email },
          { label: t.invitationUntil, value: <When at={offer.expires_at} exact /> },
        ]}
      />
      <Stack gap="xs">
        <Answer offer={offer} token={token} />
        <ProblemAlert problem={decline.error} />
        <Button fullWidth size="md" variant="default" loading={decline.isPending} onClick={() => decline.mutate(token)}>
          {t.invitationDecline}
        </Button>
      </Stack>
    </AccountCard>
  );
}

/** Whoever is signed in with the address accepts; everybody else is told how to. */
function Answer({ offer, token }: { offer: Schemas["Offered"]; token: string }) {
  const t = useT("common").identity;
  const session = useSession();
  const { mutate: signOut, isPending: leaving } = useSignOut();
  const accept = useAcceptInvitation(() => location.assign("/company"));
  if (session.status === "starting") return <PendingState lines={1} />;
  if (session.status === "anonymous") {
    const back = encodeURIComponent(`/invitation#token=${token}`);
    return (
      <>
        <Text>{t.invitationSignIn(offer.email)}</Text>
        <Button component="a" href={`/sign-in?to=${back}`} fullWidth size="md">
          {t.signIn}
        </Button>
        <Text size="sm" c="dimmed">
          {t.invitationSignUp}{" "}
          <Anchor href="/sign-up" size="sm" underline="always">
            {t.signUp}
          </Anchor>
        </Text>
      </>
    );
  }
  if (session.account.email !== offer.email) {
    return (
      <>
        <Text role="alert">{t.invitationOther(session.account.email, offer.email)}</Text>
        <Button fullWidth size="md" loading={leaving} onClick={() => signOut(undefined)}>
          {t.signOut}
        </Button>
      </>
    );
  }
  return (
    <>
      <ProblemAlert problem={accept.error} />
      <Button fullWidth size="md" loading={accept.isPending} onClick={() => accept.mutate(token)}>
        {t.invitationAccept}
      </Button>
    </>
  );
}
