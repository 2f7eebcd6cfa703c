/** Making, rotating and revoking API keys. */
import { Checkbox, Modal, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import { useMay } from "@/api/permission";
import { useT } from "@/i18n/provider";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { AppForm, useAppForm, useRules } from "@/ui/form";
import { useNotify } from "@/ui/notify";
import { daysFrom, LIVES, OVERLAPS, PROGRAM_PERMISSIONS, type ProgramPermission } from "../model/choices";
import { type ApiKey, useEndApiKeyOverlap, useMakeApiKey, useRevokeApiKey, useRotateApiKey } from "../queries";
import { SecretOnce } from "./secret-once";

interface Values extends Record<string, unknown> {
  name: string;
  permissions: string[];
  days: string;
}

export function MakeKeyDialog({ onClose }: { onClose: () => void }) {
  const words = useT("company").integrations;
  const t = words.keys;
  const common = useT("common");
  const rules = useRules();
  const may = useMay();
  const [made, setMade] = useState<ApiKey>();
  const make = useMakeApiKey(setMade);
  const form = useAppForm<Values>({
    initialValues: { name: "", permissions: [], days: "90" },
    validate: { name: rules.required, permissions: (chosen) => (chosen.length > 0 ? null : t.permissionsNone) },
  });
  if (made !== undefined) return <SecretOnce title={t.secretTitle} secret={made.secret} onClose={onClose} />;
  return (
    <Modal opened onClose={onClose} title={t.add} size="lg" closeButtonProps={{ "aria-label": common.act.close }}>
      <AppForm
        form={form}
        write={make}
        names={{ expires_at: "days" }}
        toInput={({ name, permissions, days }) => ({
          name: name.trim(),
          permissions: permissions as (ProgramPermission | "workspace_view")[],
          expires_at: daysFrom(Date.now(), Number(days)),
        })}
        submitLabel={t.add}
      >
        <TextInput label={t.name} description={t.nameHint} maxLength={60} required data-autofocus {...form.getInputProps("name")} key={form.key("name")} />
        <Checkbox.Group label={t.permissions} description={t.permissionsHint} required {...form.getInputProps("permissions")} key={form.key("permissions")}>
          <Stack gap="xs" mt="xs">
            <Checkbox value="workspace_view" label={t.onlyView} />
            {PROGRAM_PERMISSIONS.filter(may).map((permission) => (
              <Checkbox key={permission} value={permission} label={words.permissions[permission]} />
            ))}
          </Stack>
        </Checkbox.Group>
        <NativeSelect
          label={t.life}
          data={LIVES.map((value) => ({ value, label: t.lifeDays[value] }))}
          {...form.getInputProps("days")}
          key={form.key("days")}
        />
      </AppForm>
    </Modal>
  );
}

/** For how long the old secret goes on. */
export function OverlapSelect({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useT("company").integrations.overlap;
  return (
    <NativeSelect
      label={t.label}
      data={OVERLAPS.map((hours) => ({ value: hours, label: t.hours[hours] }))}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

export function RotateKeyDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const t = useT("company").integrations.keys;
  const [hours, setHours] = useState("24");
  const [made, setMade] = useState<ApiKey>();
  const answered = useRef(false);
  const rotate = useRotateApiKey((made) => {
    answered.current = true;
    setMade(made);
  });
  if (made !== undefined) return <SecretOnce title={t.secretTitle} secret={made.secret} onClose={onClose} />;
  return (
    <ConfirmAction
      opened
      onClose={() => {
        // The answer brings the secret, which the dialog then shows.
        if (!answered.current) onClose();
      }}
      title={t.rotateTitle(apiKey.name)}
      confirmLabel={t.rotate}
      input={{ id: apiKey.id, hours: Number(hours) }}
      write={rotate}
    >
      <Text>{t.rotateMeans}</Text>
      <OverlapSelect value={hours} onChange={setHours} />
    </ConfirmAction>
  );
}

export function EndOverlapDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const t = useT("company").integrations.keys;
  const notify = useNotify();
  const end = useEndApiKeyOverlap(() => notify.done(t.ended));
  return (
    <ConfirmAction opened danger onClose={onClose} title={t.endOverlapTitle} confirmLabel={t.endOverlap} input={apiKey.id} write={end}>
      <Text>{t.endOverlapMeans}</Text>
    </ConfirmAction>
  );
}

export function RevokeKeyDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const t = useT("company").integrations.keys;
  const notify = useNotify();
  const revoke = useRevokeApiKey(() => notify.done(t.revoked));
  return (
    <ConfirmAction opened danger onClose={onClose} title={t.revokeTitle(apiKey.name)} confirmLabel={t.revoke} input={apiKey.id} write={revoke}>
      <Text>{t.revokeMeans}</Text>
    </ConfirmAction>
  );
}
