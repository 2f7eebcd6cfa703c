/** The roles: those that the company made itself, and what every role allows. */
import { Button, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { type CompanyRole, RoleDialog, RoleTable, useDeleteRole, useRoles } from "@/features/company";
import { useT } from "@/i18n/provider";
import { PERMISSIONS } from "@/lib/roles";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { type Column, DataList, useList } from "@/ui/list";
import { useNotify } from "@/ui/notify";
import { Panel } from "@/ui/Panel";

export function RoleList({ canManage }: { canManage: boolean }) {
  const t = useT("company").roles;
  const common = useT("common");
  const list = useList();
  const roles = useRoles(list.query);
  const notify = useNotify();
  const [editing, setEditing] = useState<CompanyRole | "new">();
  const [deleting, setDeleting] = useState<CompanyRole>();
  const remove = useDeleteRole(() => notify.done(t.deleted));
  const columns: Column<CompanyRole>[] = [
    { key: "name", head: t.name, card: "title", cell: (row) => <strong>{row.name}</strong> },
    {
      key: "permissions",
      head: t.allows,
      cell: (row) => (
        <Text component="span" size="sm">
          {PERMISSIONS.filter((each) => row.permissions.includes(each))
            .map((each) => t.permissions[each].name)
            .join(" · ")}
        </Text>
      ),
    },
    { key: "members", head: t.members, cell: (row) => <span className="figures">{t.people(row.members)}</span> },
  ];
  return (
    <Stack>
      <Panel
        title={t.own}
        action={
          canManage && (
            <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setEditing("new")}>
              {t.create}
            </Button>
          )
        }
      >
        <DataList
          label={t.own}
          list={list}
          query={roles}
          rowKey={(row) => row.id}
          rowName={(row) => row.name}
          columns={columns}
          empty={{ title: t.none, body: t.noneBody }}
          {...(canManage && {
            actions: (row: CompanyRole) => (
              <>
                <Button size="xs" variant="subtle" onClick={() => setEditing(row)} aria-label={`${row.name} ${common.act.edit}`}>
                  {common.act.edit}
                </Button>
                <Button size="xs" variant="subtle" color="danger" onClick={() => setDeleting(row)} aria-label={`${row.name} ${common.act.remove}`}>
                  {common.act.remove}
                </Button>
              </>
            ),
          })}
        />
      </Panel>
      <Panel title={t.table}>
        <RoleTable />
      </Panel>
      {editing !== undefined && (
        <RoleDialog
          key={editing === "new" ? "new" : editing.id}
          role={editing === "new" ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      <ConfirmAction
        opened={deleting !== undefined}
        onClose={() => setDeleting(undefined)}
        danger
        title={t.deleteAsk(deleting?.name ?? "")}
        confirmLabel={common.act.remove}
        input={{ id: deleting?.id ?? "", version: deleting?.version ?? 0 }}
        write={remove}
      >
        {t.deleteMeans}
      </ConfirmAction>
    </Stack>
  );
}
