/** Who works for the company, and in which role. */
import { Button, Modal, NativeSelect, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useMay } from "@/api/permission";
import { useSession } from "@/api/session";
import { type Member, useAddMember, useMembers, useRemoveMember } from "@/features/company";
import { useT } from "@/i18n/provider";
import { ROLES, type Role } from "@/lib/roles";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { AppForm, useAppForm, useRules } from "@/ui/form";
import { type Column, DataList, useList } from "@/ui/list";
import { useNotify } from "@/ui/notify";
import { PageHeader } from "@/ui/PageHeader";
import { When } from "@/ui/When";

export function MembersPage() {
  const t = useT("company").members;
  const common = useT("common");
  const me = useSession().account?.id;
  const canManage = useMay()("members_manage");
  const list = useList({ limit: 50 });
  const members = useMembers(list.query);
  const notify = useNotify();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Member>();
  const remove = useRemoveMember(() => notify.done(t.removed));
  const columns: Column<Member>[] = [
    { key: "name", head: t.name, card: "title", cell: (row) => <strong>{row.account_id === me ? t.you(row.name) : row.name}</strong> },
    { key: "email", head: t.email, cell: (row) => row.email },
    { key: "role", head: t.role, cell: (row) => common.role[row.role] },
    { key: "since", head: t.since, cell: (row) => <When at={row.created_at} exact c="dimmed" /> },
  ];
  return (
    <>
      <PageHeader
        title={t.title}
        intro={t.intro}
        actions={
          canManage && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
              {t.add}
            </Button>
          )
        }
      />
      <DataList
        label={t.title}
        list={list}
        query={members}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        columns={columns}
        {...(canManage && {
          actions: (row: Member) =>
            row.account_id === me ? null : (
              <Button size="xs" variant="subtle" color="danger" onClick={() => setRemoving(row)} aria-label={`${row.name} ${t.remove}`}>
                {t.remove}
              </Button>
            ),
        })}
      />
      {adding && <AddMember onClose={() => setAdding(false)} />}
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

function AddMember({ onClose }: { onClose: () => void }) {
  const t = useT("company").members;
  const common = useT("common");
  const rules = useRules();
  const notify = useNotify();
  const add = useAddMember(() => {
    notify.done(t.added);
    onClose();
  });
  const form = useAppForm<{ email: string; role: Role }>({ initialValues: { email: "", role: "sales" }, validate: { email: rules.email } });
  return (
    <Modal opened onClose={onClose} title={t.add} closeButtonProps={{ "aria-label": common.act.close }}>
      <AppForm form={form} write={add} toInput={({ email, role }) => ({ email: email.trim(), role })} submitLabel={t.add}>
        <TextInput label={t.email} description={t.emailHint} type="email" required data-autofocus {...form.getInputProps("email")} key={form.key("email")} />
        <NativeSelect
          label={t.role}
          description={t.roleMeans[form.values.role]}
          data={ROLES.map((value) => ({ value, label: common.role[value] }))}
          {...form.getInputProps("role")}
          key={form.key("role")}
        />
      </AppForm>
    </Modal>
  );
}
