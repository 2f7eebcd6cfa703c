/** The mails that were written; without a mail server this is the mailbox. */
import { Text } from "@mantine/core";
import { MAIL_STATES, MailBadge, type MailRow, useMails } from "@/features/mail";
import { useT } from "@/i18n/provider";
import { AnchorLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { PageHeader } from "@/ui/PageHeader";
import { When } from "@/ui/When";
import { Only } from "../parts/only";

export function MailsPage() {
  const t = useT("operator").mails;
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <Only needs="platform_manage">
        <Mails />
      </Only>
    </>
  );
}

function Mails() {
  const t = useT("operator").mails;
  const templates: Partial<Record<string, string>> = t.templates;
  const list = useList();
  const mails = useMails(list.query);
  const columns: Column<MailRow>[] = [
    {
      key: "subject",
      head: t.subject,
      card: "title",
      cell: (row) => (
        <>
          <AnchorLink to="/operator/mails/$id" params={{ id: row.id }} fw={600}>
            {row.subject}
          </AnchorLink>
          <Text size="xs" c="dimmed">
            {templates[row.template] ?? row.template}
          </Text>
        </>
      ),
    },
    { key: "recipient", head: t.recipient, cell: (row) => row.recipient },
    {
      key: "state",
      head: t.state,
      cell: (row) => (
        <>
          <MailBadge state={row.state} />
          {row.last_error !== undefined && row.state !== "sent" && (
            <Text size="xs" c="var(--tone-danger-fg)">
              {row.last_error}
            </Text>
          )}
        </>
      ),
    },
    { key: "created", head: t.created, cell: (row) => <When at={row.created_at} c="dimmed" /> },
  ];
  return (
    <DataList
      label={t.title}
      list={list}
      query={mails}
      rowKey={(row) => row.id}
      columns={columns}
      filters={[
        { kind: "search", name: "q", label: t.search },
        { kind: "select", name: "state", label: t.state, options: MAIL_STATES.map((value) => ({ value, label: t.states[value] })) },
      ]}
      empty={{ title: t.empty }}
    />
  );
}
