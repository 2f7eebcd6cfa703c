import { Anchor, PasswordInput, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useLocale, useT } from "@/i18n/provider";
import { AppForm, useAppForm, useRules } from "@/ui/form";
import { useDocuments, useSignUp } from "../queries";
import { AccountCard } from "./card";
import { allGiven, Consents } from "./consent";

export function SignUp() {
  const t = useT("common").identity;
  const { locale } = useLocale();
  const rules = useRules();
  const form = useAppForm({
    initialValues: { name: "", email: "", password: "" },
    validate: { name: rules.required, email: rules.email, password: rules.password },
  });
  const signUp = useSignUp();
  const documents = useDocuments().data?.documents ?? [];
  const [given, setGiven] = useState<ReadonlySet<string>>(new Set());
  const [reminded, setReminded] = useState(false);
  // The form is sent only with everything agreed to; the server refuses it otherwise.
  const agreed = documents.length > 0 && allGiven(documents, given);
  const guarded: typeof signUp = { ...signUp, mutate: (input, options) => (agreed ? signUp.mutate(input, options) : setReminded(true)) };

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
      <AppForm form={form} write={guarded} toInput={(values) => ({ ...values, locale, consents: documents })} submitLabel={t.signUp} fullWidth>
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
        <Consents documents={documents} given={given} onChange={setGiven} />
        {reminded && !agreed && (
          <Text size="sm" c="danger" role="alert">
            {t.agreeFirst}
          </Text>
        )}
      </AppForm>
    </AccountCard>
  );
}
