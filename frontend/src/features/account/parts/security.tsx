/** What keeps an account its owner's: the password and the e-mail address. Both ask for the password once more. */
import { PasswordInput, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Account } from "@/api/types";
import { useT } from "@/i18n/provider";
import { AppForm, useAppForm, useRules } from "@/ui/form";
import { useNotify } from "@/ui/notify";
import { Panel } from "@/ui/Panel";
import { useChangeEmail, useChangePassword } from "../queries";
import classes from "./account.module.css";

export function ChangePassword() {
  const t = useT("shop").account;
  const common = useT("common").identity;
  const rules = useRules();
  const notify = useNotify();
  const form = useAppForm({
    initialValues: { current_password: "", password: "" },
    validate: { current_password: rules.required, password: rules.password },
  });
  const change = useChangePassword(() => {
    form.reset();
    notify.done(t.passwordChanged);
  });
  return (
    <Panel title={t.password}>
      <div className={classes.narrow}>
        <AppForm form={form} write={change} toInput={(values) => values} submitLabel={t.changePassword}>
          <PasswordInput
            label={t.currentPassword}
            autoComplete="current-password"
            required
            visibilityToggleButtonProps={{ "aria-label": common.showPassword }}
            {...form.getInputProps("current_password")}
            key={form.key("current_password")}
          />
          <PasswordInput
            label={common.newPassword}
            description={common.passwordHint}
            autoComplete="new-password"
            required
            visibilityToggleButtonProps={{ "aria-label": common.showPassword }}
            {...form.getInputProps("password")}
            key={form.key("password")}
          />
          <Text size="sm" c="dimmed">
            {t.passwordNote}
          </Text>
        </AppForm>
      </div>
    </Panel>
  );
}

export function ChangeEmail({ account }: { account: Account }) {
  const t = useT("shop").account;
  const common = useT("common").identity;
  const rules = useRules();
  const [sentTo, setSentTo] = useState<string>();
  const form = useAppForm({
    initialValues: { email: "", current_password: "" },
    validate: { email: rules.email, current_password: rules.required },
  });
  const change = useChangeEmail((email) => {
    setSentTo(email);
    form.reset();
  });
  return (
    <Panel title={common.email}>
      <div className={classes.narrow}>
        <Text mb="md">{t.emailNow(account.email)}</Text>
        {sentTo !== undefined && (
          <Text role="status" mb="md">
            {t.emailSent(sentTo)}
          </Text>
        )}
        <AppForm form={form} write={change} toInput={(values) => values} submitLabel={t.changeEmail}>
          <TextInput
            label={t.newEmail}
            type="email"
            autoComplete="email"
            required
            {...form.getInputProps("email")}
            key={form.key("email")}
          />
          <PasswordInput
            label={t.currentPassword}
            autoComplete="current-password"
            required
            visibilityToggleButtonProps={{ "aria-label": common.showPassword }}
            {...form.getInputProps("current_password")}
            key={form.key("current_password")}
          />
          <Text size="sm" c="dimmed">
            {t.emailNote}
          </Text>
        </AppForm>
      </div>
    </Panel>
  );
}
