/** The invitations that wait for an answer. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { type Invitation, useInvitations, useInviteAgain, useWithdrawInvitation } from "@/features/company";
import { useT } from "@/i18n/provider";
import { roleName } from "@/lib/roles";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { type Column, DataList, useList } from "@/ui/list";
import { useNotify } from "@/ui/notify";
import { Badge } from "@/ui/StateBadge";
import { When } from "@/ui/When";

export function InvitationList() {
  const t = useT("company").members;
  const words = useT("common").role;
  const list = useList({ limit: 50 });
  const invitations = useInvitations(list.query);
  const notify = useNotify();
  const [withdrawing, setWithdrawing] = useState<Invitation>();
  const again = useInviteAgain(({ email }) => notify.done(t.sentAgain(email)));
  const withdraw = useWithdrawInvitation(() => notify.done(t.withdrawn));
  const columns: Column<Invitation>[] = [
    { key: "email", head: t.email, card: "title", cell: (row) => <strong>{row.email}</strong> },
    { key: "role", head: t.role, cell: (row) => roleName(words, row.role, row.role_name) },
    { key: "by", head: t.invitedBy, cell: (row) => row.invited_by },
    { key: "sent", head: t.sentAt, cell: (row) => <When at={row.sent_at} c="dimmed" /> },
    {
      key: "until",
      head: t.until,
      cell: (row) => (row.expired ? <Badge tone="caution">{t.expired}</Badge> : <When at={row.expires_at} c="dimmed" />),
    },
  ];
  return (
    <>
      <DataList
        label={t.tabs.invitations}
        list={list}
        query={invitations}
        rowKey={(row) => row.id}
        rowName={(row) => row.email}
        columns={columns}
        empty={{ title: t.noInvitations, body: t.noInvitationsBody }}
        actions={(row) => (
          <>
            <Button
              size="xs"
              variant="subtle"
              loading={again.isPending && again.variables === row.id}
              onClick={() => again.mutate(row.id, { onError: notify.problem })}
              aria-label={`${row.email} ${t.sendAgain}`}
            >
              {t.sendAgain}
            </Button>
            <Button size="xs" variant="subtle" color="danger" onClick={() => setWithdrawing(row)} aria-label={`${row.email} ${t.withdraw}`}>
              {t.withdraw}
            </Button>
          </>
        )}
      />
      <ConfirmAction
        opened={withdrawing !== undefined}
        onClose={() => setWithdrawing(undefined)}
        danger
        title={t.withdrawAsk(withdrawing?.email ?? "")}
        confirmLabel={t.withdraw}
        input={withdrawing?.id ?? ""}
        write={withdraw}
      >
        {t.withdrawMeans}
      </ConfirmAction>
    </>
  );
}
