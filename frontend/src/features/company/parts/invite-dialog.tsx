/** Inviting somebody by mail; whether the address has an account is nobody's business. */
import { Modal, NativeSelect, TextInput } from "@mantine/core";
import { useLocale, useT } from "@/i18n/provider";
import { AppForm, useAppForm, useRules } from "@/ui/form";
import { useNotify } from "@/ui/notify";
import { useInvite } from "../people";
import { RoleSelect, useGivenRoles } from "./role-select";

interface Values {
  [key: string]: unknown;
  email: string;
  role: string;
  locale: "ko" | "en";
}

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const t = useT("company").members;
  const common = useT("common");
  const rules = useRules();
  const notify = useNotify();
  const { locale } = useLocale();
  const { builtIn, own } = useGivenRoles();
  const invite = useInvite(({ email }) => {
    notify.done(t.invited(email));
    onClose();
  });
  const form = useAppForm<Values>({ mode: "controlled", initialValues: { email: "", role: "", locale }, validate: { email: rules.email } });
  const role = form.values.role !== "" ? form.values.role : (builtIn.find((each) => each === "sales") ?? builtIn[0] ?? own[0]?.id ?? "");
  return (
    <Modal opened onClose={onClose} title={t.invite} closeButtonProps={{ "aria-label": common.act.close }}>
      <AppForm form={form} write={invite} toInput={(values) => ({ email: values.email.trim(), role, locale: values.locale })} submitLabel={t.send}>
        <TextInput label={t.email} description={t.emailHint} type="email" required data-autofocus {...form.getInputProps("email")} />
        <RoleSelect {...form.getInputProps("role")} value={role} />
        <NativeSelect
          label={t.mailLanguage}
          data={[
            { value: "ko", label: common.language.ko },
            { value: "en", label: common.language.en },
          ]}
          {...form.getInputProps("locale")}
        />
      </AppForm>
    </Modal>
  );
}
