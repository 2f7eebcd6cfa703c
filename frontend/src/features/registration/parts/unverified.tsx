/** A company is registered by someone whose address is known to be theirs. */
import { Button, Stack, Text, Title } from "@mantine/core";
import { refreshSession } from "@/api/session";
import { useT } from "@/i18n/provider";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { useResendVerification } from "../queries";

export function UnverifiedNotice({ email }: { email: string }) {
  const t = useT("shop").register;
  const resend = useResendVerification();
  return (
    <Stack gap="md" maw="34rem" py="xl">
      <Title order={1}>{t.verifyFirst}</Title>
      <Text>{t.verifyFirstBody(email)}</Text>
      <ProblemAlert problem={resend.error} />
      {resend.isSuccess && <Text role="status">{t.resent}</Text>}
      <div>
        <Button onClick={() => void refreshSession()} me="xs">
          {t.verifiedNow}
        </Button>
        <Button variant="default" loading={resend.isPending} onClick={() => resend.mutate(email)}>
          {t.resend}
        </Button>
      </div>
    </Stack>
  );
}
