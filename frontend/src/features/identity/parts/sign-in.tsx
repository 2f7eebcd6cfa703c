import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { IconFingerprint } from "@tabler/icons-react";
import { useState } from "react";
import { useT } from "@/i18n/provider";
import { AppForm, useAppForm, useRules } from "@/ui/form";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { passkeysExist, usePasskeySignIn } from "../passkey-queries";
import { useSignIn } from "../queries";
import { AccountCard } from "./card";

interface SignInProps {
  /** After signing in; a gate needs nothing, since it opens by itself. */
  onDone?: () => void;
  /** Why one has to sign in, when one did not ask to. */
  reason?: string;
}

/** Links leave the face on purpose: the account screens live in the entry of the shops. */
export function SignIn({ onDone, reason }: SignInProps) {
  const t = useT("common").identity;
  const rules = useRules();
  const form = useAppForm({
    initialValues: { email: "", password: "", code: "" },
    validate: { email: rules.email, password: rules.required },
  });
  const signIn = useSignIn(onDone);
  const byPasskey = usePasskeySignIn(onDone);
  const withPasskey = () => {
    const { email, password } = form.getValues();
    signIn.mutate({ email, password, byPasskey: true });
  };
  const [asksCode, setAsksCode] = useState(false);
  // The password was right; from now on the code is sent along.
  const takesPasskey = signIn.error?.code === "identity.second_factor.or_passkey";
  if (!asksCode && (takesPasskey || signIn.error?.code === "identity.second_factor.needed")) setAsksCode(true);
  const [besidePassword, setBesidePassword] = useState(false);
  if (takesPasskey && !besidePassword) setBesidePassword(true);
  return (
    <AccountCard
      title={t.signIn}
      intro={reason ?? t.signInTitle}
      foot={
        <Text size="sm">
          {t.noAccount} <Anchor href="/sign-up" underline="always">{t.signUp}</Anchor>
        </Text>
      }
    >
      <AppForm form={form} write={signIn} toInput={({ code, ...values }) => (code === "" ? values : { ...values, code })} submitLabel={t.signIn} fullWidth>
        <TextInput
          label={t.email}
          type="email"
          autoComplete="username"
          required
          {...form.getInputProps("email")}
          key={form.key("email")}
        />
        <PasswordInput
          label={t.password}
          autoComplete="current-password"
          required
          visibilityToggleButtonProps={{ "aria-label": t.showPassword }}
          {...form.getInputProps("password")}
          key={form.key("password")}
        />
        {asksCode && (
          <TextInput
            label={t.code}
            description={t.codeHint}
            autoComplete="one-time-code"
            autoFocus
            required
            {...form.getInputProps("code")}
            key={form.key("code")}
          />
        )}
      </AppForm>
      {besidePassword && passkeysExist() && (
        <Button variant="default" fullWidth size="md" loading={signIn.isPending} onClick={withPasskey}>
          {t.passkeyProve}
        </Button>
      )}
      <Anchor href="/forgot-password" size="sm">
        {t.forgot}
      </Anchor>
      {!asksCode && passkeysExist() && (
        <>
          <Text size="sm" c="dimmed" ta="center">
            {t.or}
          </Text>
          <Stack gap="xs">
            <ProblemAlert problem={byPasskey.error} />
            <Button variant="default" fullWidth size="md" leftSection={<IconFingerprint size={18} aria-hidden />} loading={byPasskey.isPending} onClick={() => byPasskey.mutate(undefined)}>
              {t.passkeySignIn}
            </Button>
          </Stack>
        </>
      )}
    </AccountCard>
  );
}
