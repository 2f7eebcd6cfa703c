/** Has a mail sent again. */
import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { useT } from "@/i18n/provider";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { useNotify } from "@/ui/notify";
import { type MailRow, useRetryMail } from "../queries";

export function RetryMail({ mail }: { mail: Pick<MailRow, "id" | "state" | "recipient" | "last_error"> }) {
  const t = useT("operator").mails;
  const notify = useNotify();
  const [asking, ask] = useState(false);
  const write = useRetryMail(() => notify.done(t.retried));
  if (mail.state !== "refused") return null;
  return (
    <>
      <Button variant="default" onClick={() => ask(true)}>
        {t.retry}
      </Button>
      <ConfirmAction opened={asking} onClose={() => ask(false)} title={t.retryTitle} confirmLabel={t.retry} input={mail.id} write={write}>
        <Text>{t.retryMeans(mail.recipient)}</Text>
        {mail.last_error !== undefined && (
          <Text size="sm" c="dimmed">
            {t.lastError}: {mail.last_error}
          </Text>
        )}
      </ConfirmAction>
    </>
  );
}
