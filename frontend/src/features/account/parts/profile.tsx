import { NativeSelect, TextInput } from "@mantine/core";
import type { Account } from "@/api/types";
import { useLocale, useT } from "@/i18n/provider";
import { AppForm, PhoneInput, useAppForm, useRules } from "@/ui/form";
import { useNotify } from "@/ui/notify";
import { useChangeProfile } from "../queries";
import classes from "./account.module.css";

/** Name, telephone and the language of mails. The e-mail address is the account itself and stays. */
export function Profile({ account }: { account: Account }) {
  const t = useT("shop").account;
  const common = useT("common");
  const rules = useRules();
  const notify = useNotify();
  const { setLocale } = useLocale();
  const form = useAppForm({
    initialValues: { name: account.name, phone: account.phone ?? "", locale: account.locale as "ko" | "en" },
    validate: { name: rules.required, phone: (value: string) => (value === "" ? null : rules.phone(value)) },
  });
  const save = useChangeProfile(() => {
    setLocale(form.getValues().locale);
    notify.done(common.state.saved);
  });
  return (
    <div className={classes.narrow}>
      <AppForm
        form={form}
        write={save}
        toInput={({ name, phone, locale }) => ({ name: name.trim(), locale, ...(phone === "" ? {} : { phone }) })}
        submitLabel={common.act.save}
      >
        <TextInput label={common.identity.email} value={account.email} readOnly disabled />
        <TextInput label={common.identity.name} autoComplete="name" required {...form.getInputProps("name")} key={form.key("name")} />
        <PhoneInput label={t.phone} {...form.getInputProps("phone")} key={form.key("phone")} />
        <NativeSelect
          label={t.locale}
          description={t.localeHint}
          data={[
            { value: "ko", label: common.language.ko },
            { value: "en", label: common.language.en },
          ]}
          {...form.getInputProps("locale")}
          key={form.key("locale")}
        />
      </AppForm>
    </div>
  );
}
