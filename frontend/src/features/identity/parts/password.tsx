import { Anchor, PasswordInput, Text, TextInput } from "@mantine/core";
import { useT } from "@/i18n/provider";
import { AppForm, useAppForm, useRules } from "@/ui/form";
import { useForgotPassword, useResetPassword } from "../queries";
import { AccountCard } from "./card";

/** Asks for the link. The answer is the same whether the address has an account or not. */
export function ForgotPassword() {
  const t = useT("common").identity;
  const rules = useRules();
  const form = useAppForm({ initialValues: { email: "" }, validate: { email: rules.email } });
  const forgot = useForgotPassword();
  if (forgot.isSuccess) {
    return (
      <AccountCard title={t.linkSentTitle}>
        <Text role="status">{t.resetSent(forgot.variables)}</Text>
      </AccountCard>
    );
  }
  return (
    <AccountCard title={t.forgotTitle} intro={t.forgotIntro} foot={<Anchor href="/sign-in">{t.signIn}</Anchor>}>
      <AppForm form={form} write={forgot} toInput={({ email }) => email} submitLabel={t.sendLink} fullWidth>
        <TextInput
          label={t.email}
          type="email"
          autoComplete="email"
          required
          {...form.getInputProps("email")}
          key={form.key("email")}
        />
      </AppForm>
    </AccountCard>
  );
}

export function ResetPassword({ token }: { token: string | undefined }) {
  const t = useT("common").identity;
  const rules = useRules();
  const form = useAppForm({ initialValues: { password: "" }, validate: { password: rules.password } });
  const reset = useResetPassword();
  if (token === undefined) {
    return (
      <AccountCard title={t.resetTitle}>
        <Text role="alert">{t.resetMissing}</Text>
        <Anchor href="/forgot-password">{t.sendLink}</Anchor>
      </AccountCard>
    );
  }
  if (reset.isSuccess) {
    return (
      <AccountCard title={t.resetTitle}>
        <Text role="status">{t.resetDone}</Text>
        <Anchor href="/sign-in">{t.signIn}</Anchor>
      </AccountCard>
    );
  }
  return (
    <AccountCard title={t.resetTitle}>
      <AppForm form={form} write={reset} toInput={({ password }) => ({ token, password })} submitLabel={t.resetTitle} fullWidth>
        <PasswordInput
          label={t.newPassword}
          description={t.passwordHint}
          autoComplete="new-password"
          required
          visibilityToggleButtonProps={{ "aria-label": t.showPassword }}
          {...form.getInputProps("password")}
          key={form.key("password")}
        />
      </AppForm>
    </AccountCard>
  );
}
