import { Anchor, Button, Text } from "@mantine/core";
import { dropSession } from "@/api/session";
import { useT } from "@/i18n/provider";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { useConfirmEmail } from "../queries";
import { AccountCard } from "./card";

/** Asks before it acts, since every device is signed out, and mail programs open links by themselves. */
export function ConfirmEmail({ token }: { token: string | undefined }) {
  const t = useT("common").identity;
  const confirm = useConfirmEmail(dropSession);
  if (confirm.isSuccess) {
    return (
      <AccountCard title={t.confirmEmailTitle} foot={<Anchor href="/sign-in">{t.signIn}</Anchor>}>
        <Text role="status">{t.confirmEmailDone}</Text>
      </AccountCard>
    );
  }
  return (
    <AccountCard title={t.confirmEmailTitle} intro={token === undefined ? undefined : t.confirmEmailIntro}>
      <ProblemAlert problem={confirm.error} />
      {token === undefined ? (
        <Text role="alert">{t.resetMissing}</Text>
      ) : (
        <Button fullWidth size="md" loading={confirm.isPending} onClick={() => confirm.mutate(token)}>
          {t.confirmEmail}
        </Button>
      )}
    </AccountCard>
  );
}
