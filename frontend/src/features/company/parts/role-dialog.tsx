/** A role of the company's own: its name, and what it allows. */
import { Checkbox, Modal, Stack, TextInput } from "@mantine/core";
import { useMay } from "@/api/permission";
import { useT } from "@/i18n/provider";
import { type Permission, PERMISSIONS } from "@/lib/roles";
import { AppForm, useAppForm, useRules } from "@/ui/form";
import { useNotify } from "@/ui/notify";
import { type CompanyRole, useSaveRole } from "../people";

export function RoleDialog({ role, onClose }: { role: CompanyRole | undefined; onClose: () => void }) {
  const t = useT("company").roles;
  const common = useT("common");
  const rules = useRules();
  const notify = useNotify();
  const may = useMay();
  const save = useSaveRole(role, () => {
    notify.done(role === undefined ? t.created : t.changed);
    onClose();
  });
  const form = useAppForm<{ name: string; permissions: string[] }>({
    mode: "controlled",
    initialValues: { name: role?.name ?? "", permissions: role?.permissions ?? ["workspace_view"] },
    validate: { name: rules.required },
  });
  return (
    <Modal opened onClose={onClose} size="lg" title={role === undefined ? t.create : t.editTitle(role.name)} closeButtonProps={{ "aria-label": common.act.close }}>
      <AppForm
        form={form}
        write={save}
        toInput={({ name, permissions }) => ({ name: name.trim(), permissions: permissions as Permission[] })}
        submitLabel={common.act.save}
      >
        <TextInput label={t.name} maxLength={40} required data-autofocus {...form.getInputProps("name")} />
        <Checkbox.Group label={t.allows} description={t.allowsHint} {...form.getInputProps("permissions")}>
          <Stack gap="sm" mt="sm">
            {PERMISSIONS.map((name) => (
              <Checkbox
                key={name}
                value={name}
                label={t.permissions[name].name}
                description={t.permissions[name].means}
                // Everybody may look around; and nobody gives what they do not have.
                disabled={name === "workspace_view" || !may(name)}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      </AppForm>
    </Modal>
  );
}
