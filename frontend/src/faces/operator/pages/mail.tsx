/** One mail, as it was written. */
import { Stack } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { type Mail, MailBadge, MailBody, RetryMail, useMail } from "@/features/mail";
import { useT } from "@/i18n/provider";
import { Facts } from "@/ui/Facts";
import { AnchorLink } from "@/ui/links";
import { PageHeader } from "@/ui/PageHeader";
import { Panel } from "@/ui/Panel";
import { Loaded } from "@/ui/states";
import { When } from "@/ui/When";
import { Only } from "../parts/only";

export function MailPage() {
  return (
    <Only needs="platform_manage">
      <OneMail />
    </Only>
  );
}

function OneMail() {
  const { id } = useParams({ strict: false }) as { id: string };
  return <Loaded query={useMail(id)}>{(mail) => <MailCase mail={mail} />}</Loaded>;
}

function MailCase({ mail }: { mail: Mail }) {
  const t = useT("operator").mails;
  const templates: Partial<Record<string, string>> = t.templates;
  return (
    <>
      <PageHeader
        title={mail.subject}
        badge={<MailBadge state={mail.state} />}
        crumbs={[{ label: t.title, to: "/operator/mails" }]}
        actions={<RetryMail mail={mail} />}
      />
      <Stack gap="md">
        <Panel title={t.about}>
          <Facts
            facts={[
              { label: t.occasion, value: templates[mail.template] ?? mail.template },
              { label: t.recipient, value: mail.recipient },
              { label: t.created, value: <When at={mail.created_at} /> },
              { label: t.sent, value: mail.sent_at && <When at={mail.sent_at} /> },
              { label: t.attempts, value: mail.attempts > 1 ? mail.attempts : undefined },
              { label: t.lastError, value: mail.state === "sent" ? undefined : mail.last_error },
              {
                label: t.trade,
                value: mail.trade_id && (
                  <AnchorLink to="/operator/trades/$id" params={{ id: mail.trade_id }}>
                    {t.trade}
                  </AnchorLink>
                ),
              },
            ]}
          />
        </Panel>
        <MailBody mail={mail} />
      </Stack>
    </>
  );
}
