/** Choosing a role: a built-in one or one of the company's own, and only what one may give. */
import { Modal, NativeSelect, type NativeSelectProps } from "@mantine/core";
import { useMay } from "@/api/permission";
import { useT } from "@/i18n/provider";
import { type Permission, ROLES, type Role, roleName } from "@/lib/roles";
import { AppForm, useAppForm } from "@/ui/form";
import { useNotify } from "@/ui/notify";
import { type CompanyRole, type Member, useBuiltInRoles, useChangeRole, useEveryRole } from "../people";

/** The roles that one may give: nobody gives more than they may do themselves. */
export function useGivenRoles(): { builtIn: readonly Role[]; own: readonly CompanyRole[] } {
  const may = useMay();
  const builtIn = useBuiltInRoles().data?.roles ?? [];
  const own = useEveryRole().data?.items ?? [];
  const covered = (permissions: readonly string[]) => permissions.every((each) => may(each as Permission));
  return {
    builtIn: ROLES.filter((role) => builtIn.some((each) => each.role === role && covered(each.permissions))),
    own: own.filter(({ permissions }) => covered(permissions)),
  };
}

export function RoleSelect({ value, ...rest }: Omit<NativeSelectProps, "data"> & { value: string }) {
  const t = useT("company").members;
  const words = useT("common").role;
  const { builtIn, own } = useGivenRoles();
  const means: Partial<Record<string, string>> = t.roleMeans;
  const permissions = useT("company").roles.permissions;
  const chosen = own.find(({ id }) => id === value);
  const data = [
    { group: t.builtIn, items: builtIn.map((role) => ({ value: role, label: words[role] })) },
    { group: t.own, items: own.map(({ id, name }) => ({ value: id, label: name })) },
  ].filter(({ items }) => items.length > 0);
  return (
    <NativeSelect
      label={t.role}
      description={chosen === undefined ? means[value] : chosen.permissions.map((each) => permissions[each as Permission].name).join(" · ")}
      data={data}
      value={value}
      {...rest}
    />
  );
}

export function ChangeRoleDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useT("company").members;
  const common = useT("common");
  const notify = useNotify();
  const change = useChangeRole(() => {
    notify.done(t.changed(member.name));
    onClose();
  });
  const form = useAppForm<{ role: string }>({ mode: "controlled", initialValues: { role: member.role } });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.changeTitle(member.name, roleName(common.role, member.role, member.role_name))}
      closeButtonProps={{ "aria-label": common.act.close }}
    >
      <AppForm form={form} write={change} toInput={({ role }) => ({ id: member.id, version: member.version, role })} submitLabel={common.act.save}>
        <RoleSelect data-autofocus {...form.getInputProps("role")} value={form.values.role} />
      </AppForm>
    </Modal>
  );
}
