/** The dialog in which a person proves once more that it is them; the call that asked goes on by itself. */
import { Modal, PasswordInput, Text, TextInput } from "@mantine/core";
import { settleProof, useProofAsked } from "@/api/proof";
import { useSession } from "@/api/session";
import { useT } from "@/i18n/provider";
import { AppForm, useAppForm, useRules } from "@/ui/form";
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
      <ProveForm />
    </Modal>
  );
}

function ProveForm() {
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
      <Text size="sm">{t.proveIntro}</Text>
      {byCode ? (
        <TextInput
          label={t.code}
          description={t.codeHint}
          inputMode="text"
          autoComplete="one-time-code"
          data-autofocus
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
