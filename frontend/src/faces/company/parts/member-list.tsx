/** The members of the company, with the role of each. */
import { Button } from "@mantine/core";
import { IconMailPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useSession } from "@/api/session";
import { ChangeRoleDialog, InviteDialog, type Member, useMembers, useRemoveMember } from "@/features/company";
import { useT } from "@/i18n/provider";
import { roleName } from "@/lib/roles";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { type Column, DataList, useList } from "@/ui/list";
import { useNotify } from "@/ui/notify";
import { When } from "@/ui/When";

export function InviteButton() {
  const t = useT("company").members;
  const [inviting, setInviting] = useState(false);
  return (
    <>
      <Button leftSection={<IconMailPlus size={16} aria-hidden />} onClick={() => setInviting(true)}>
        {t.invite}
      </Button>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </>
  );
}

export function MemberList({ canManage }: { canManage: boolean }) {
  const t = useT("company").members;
  const words = useT("common").role;
  const me = useSession().account?.id;
  const list = useList({ limit: 50 });
  const members = useMembers(list.query);
  const notify = useNotify();
  const [changing, setChanging] = useState<Member>();
  const [removing, setRemoving] = useState<Member>();
  const remove = useRemoveMember(() => notify.done(t.removed));
  const columns: Column<Member>[] = [
    { key: "name", head: t.name, card: "title", cell: (row) => <strong>{row.account_id === me ? t.you(row.name) : row.name}</strong> },
    { key: "email", head: t.email, cell: (row) => row.email },
    { key: "role", head: t.role, cell: (row) => roleName(words, row.role, row.role_name) },
    { key: "since", head: t.since, cell: (row) => <When at={row.created_at} exact c="dimmed" /> },
  ];
  return (
    <>
      <DataList
        label={t.title}
        list={list}
        query={members}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        columns={columns}
        {...(canManage && {
          actions: (row: Member) => (
            <>
              <Button size="xs" variant="subtle" onClick={() => setChanging(row)} aria-label={`${row.name} ${t.changeRole}`}>
                {t.changeRole}
              </Button>
              {row.account_id !== me && (
                <Button size="xs" variant="subtle" color="danger" onClick={() => setRemoving(row)} aria-label={`${row.name} ${t.remove}`}>
                  {t.remove}
                </Button>
              )}
            </>
          ),
        })}
      />
      {changing !== undefined && <ChangeRoleDialog key={changing.id} member={changing} onClose={() => setChanging(undefined)} />}
      <ConfirmAction
        opened={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        danger
        title={t.removeAsk(removing?.name ?? "")}
        confirmLabel={t.remove}
        input={removing?.id ?? ""}
        write={remove}
      >
        {t.removeMeans}
      </ConfirmAction>
    </>
  );
}
