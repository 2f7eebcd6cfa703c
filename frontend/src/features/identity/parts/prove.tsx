/** The dialog in which a person proves once more that it is them; the call that asked goes on by itself. */
import { Button, Modal, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { settleProof, useProofAsked } from "@/api/proof";
import { useSession } from "@/api/session";
import { useT } from "@/i18n/provider";
import { AppForm, useAppForm, useRules } from "@/ui/form";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { passkeysExist, useProveByPasskey } from "../passkey-queries";
import { useProve } from "../queries";

export function ProveDialog() {
  const common = useT("common");
  const asked = useProofAsked();
  return (
    <Modal
      opened={asked}
      onClose={() => settleProof(false)}
      title={common.identity.proveTitle}
      closeButtonProps={{ "aria-label": common.act.close }}
      zIndex={400}
    >
      <Proofs />
    </Modal>
  );
}

/** Whoever has a passkey is asked for it first; a code does as well. */
function Proofs() {
  const t = useT("common").identity;
  const account = useSession().account;
  const prove = useProveByPasskey(() => settleProof(true));
  if (account?.passkey !== true || !passkeysExist()) return <ProveForm />;
  return (
    <Stack>
      <Text size="sm">{t.proveIntro}</Text>
      <ProblemAlert problem={prove.error} />
      <Button fullWidth size="md" data-autofocus loading={prove.isPending} onClick={() => prove.mutate(undefined)}>
        {t.passkeyProve}
      </Button>
      <Text size="sm" c="dimmed" ta="center">
        {t.or}
      </Text>
      <ProveForm quiet />
    </Stack>
  );
}

function ProveForm({ quiet = false }: { quiet?: boolean }) {
  const t = useT("common").identity;
  const rules = useRules();
  const byCode = useSession().account?.second_factor === true;
  const form = useAppForm({ initialValues: { proof: "" }, validate: { proof: rules.required } });
  const prove = useProve(() => settleProof(true));
  return (
    <AppForm
      form={form}
      write={prove}
      toInput={({ proof }) => (byCode ? { code: proof } : { password: proof })}
      names={{ code: "proof", password: "proof" }}
      submitLabel={t.prove}
      fullWidth
    >
      {!quiet && <Text size="sm">{t.proveIntro}</Text>}
      {byCode ? (
        <TextInput
          label={t.code}
          description={t.codeHint}
          inputMode="text"
          autoComplete="one-time-code"
          data-autofocus={quiet ? undefined : true}
          required
          {...form.getInputProps("proof")}
          key={form.key("proof")}
        />
      ) : (
        <PasswordInput
          label={t.password}
          autoComplete="current-password"
          data-autofocus
          required
          visibilityToggleButtonProps={{ "aria-label": t.showPassword }}
          {...form.getInputProps("proof")}
          key={form.key("proof")}
        />
      )}
    </AppForm>
  );
}
