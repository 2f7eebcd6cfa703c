import { Anchor, PasswordInput, Text, TextInput } from "@mantine/core";
import { useLocale, useT } from "@/i18n/provider";
import { AppForm, useAppForm, useRules } from "@/ui/form";
import { useSignUp } from "../queries";
import { AccountCard } from "./card";

export function SignUp() {
  const t = useT("common").identity;
  const { locale } = useLocale();
  const rules = useRules();
  const form = useAppForm({
    initialValues: { name: "", email: "", password: "" },
    validate: { name: rules.required, email: rules.email, password: rules.password },
  });
  const signUp = useSignUp();

  if (signUp.isSuccess) {
    return (
      <AccountCard title={t.linkSentTitle}>
        <Text role="status">{t.verifySent(signUp.variables.email)}</Text>
      </AccountCard>
    );
  }
  return (
    <AccountCard
      title={t.signUpTitle}
      intro={t.signUpIntro}
      foot={
        <Text size="sm">
          {t.haveAccount} <Anchor href="/sign-in" underline="always">{t.signIn}</Anchor>
        </Text>
      }
    >
      <AppForm form={form} write={signUp} toInput={(values) => ({ ...values, locale })} submitLabel={t.signUp} fullWidth>
        <TextInput label={t.name} autoComplete="name" required {...form.getInputProps("name")} key={form.key("name")} />
        <TextInput
          label={t.email}
          type="email"
          autoComplete="email"
          required
          {...form.getInputProps("email")}
          key={form.key("email")}
        />
        <PasswordInput
          label={t.password}
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
