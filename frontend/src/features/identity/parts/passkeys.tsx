/** A person's passkeys: one more, another name, one less. */
import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { refreshSession } from "@/api/session";
import type { Schemas } from "@/api/types";
import { useT } from "@/i18n/provider";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { AppForm, useAppForm, useRules } from "@/ui/form";
import { useNotify } from "@/ui/notify";
import { Panel } from "@/ui/Panel";
import classes from "@/ui/Rows.module.css";
import { Loaded } from "@/ui/states";
import { When } from "@/ui/When";
import { passkeysExist, useAddPasskey, usePasskeys, useRemovePasskey, useRenamePasskey } from "../passkey-queries";
import { useSecondFactor } from "../queries";
import { CodesLeft, RecoveryCodes } from "./recovery-codes";

type Passkey = Schemas["Passkey"];

function NameForm({ initial, submitLabel, write }: { initial: string; submitLabel: string; write: ReturnType<typeof useAddPasskey> }) {
  const t = useT("common").identity;
  const rules = useRules();
  const form = useAppForm({ initialValues: { name: initial }, validate: { name: rules.required } });
  return (
    <AppForm form={form} write={write} toInput={({ name }) => name} submitLabel={submitLabel} fullWidth>
      <TextInput label={t.passkeyName} description={t.passkeyNameHint} maxLength={60} data-autofocus required {...form.getInputProps("name")} key={form.key("name")} />
    </AppForm>
  );
}

/** Makes one; the recovery codes that come with the first are shown before one goes on. */
export function AddPasskey() {
  const common = useT("common");
  const t = common.identity;
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const [codes, setCodes] = useState<readonly string[]>();
  const finish = () => {
    setCodes(undefined);
    notify.done(t.passkeyAdded);
    // What the person may do depends on it, and the session says so.
    void refreshSession();
  };
  const add = useAddPasskey(({ recovery_codes }) => {
    setAsking(false);
    if (recovery_codes) setCodes(recovery_codes);
    else finish();
  });
  if (codes !== undefined) return <RecoveryCodes codes={codes} onDone={finish} />;
  if (!passkeysExist()) return <Text c="dimmed">{t.passkeyUnsupported}</Text>;
  return (
    <div>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t.passkeyAdd}
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={t.passkeyAdd} closeButtonProps={{ "aria-label": common.act.close }}>
        <NameForm initial={t.passkeyNameDefault} submitLabel={t.passkeyCreate} write={add} />
      </Modal>
    </div>
  );
}

function RenameDialog({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const common = useT("common");
  const t = common.identity;
  const notify = useNotify();
  const rules = useRules();
  const form = useAppForm({ initialValues: { name: passkey.name }, validate: { name: rules.required } });
  const rename = useRenamePasskey(() => {
    notify.done(t.passkeyRenamed);
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={t.passkeyRename} closeButtonProps={{ "aria-label": common.act.close }}>
      <AppForm form={form} write={rename} toInput={({ name }) => ({ id: passkey.id, name })} submitLabel={t.passkeyRename} fullWidth>
        <TextInput label={t.passkeyName} maxLength={60} data-autofocus required {...form.getInputProps("name")} key={form.key("name")} />
      </AppForm>
    </Modal>
  );
}

function Rows({ passkeys, lost }: { passkeys: readonly Passkey[]; lost: string }) {
  const t = useT("common").identity;
  const notify = useNotify();
  const [naming, setNaming] = useState<Passkey>();
  const [removing, setRemoving] = useState<Passkey>();
  const remove = useRemovePasskey(() => notify.done(t.passkeyRemoved));
  return (
    <>
      <ul className={classes.rows} aria-label={t.passkey}>
        {passkeys.map((passkey) => (
          <li key={passkey.id} className={classes.row}>
            <div>
              <Text fw={600}>{passkey.name}</Text>
              <Text size="sm" c="dimmed">
                {t.passkeyCreatedAt} <When at={passkey.created_at} /> ·{" "}
                {passkey.last_used_at ? (
                  <>
                    {t.passkeyLastUsed} <When at={passkey.last_used_at} />
                  </>
                ) : (
                  t.passkeyNeverUsed
                )}
              </Text>
            </div>
            <Group gap="xs">
              <Button variant="default" aria-label={`${t.passkeyRename}: ${passkey.name}`} onClick={() => setNaming(passkey)}>
                {t.passkeyRename}
              </Button>
              <Button variant="default" aria-label={`${t.passkeyRemove}: ${passkey.name}`} onClick={() => setRemoving(passkey)}>
                {t.passkeyRemove}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      {naming !== undefined && <RenameDialog key={naming.id} passkey={naming} onClose={() => setNaming(undefined)} />}
      <ConfirmAction
        opened={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={t.passkeyRemoveTitle(removing?.name ?? "")}
        confirmLabel={t.passkeyRemove}
        danger
        input={removing?.id ?? ""}
        write={remove}
      >
        <Text size="sm">{t.passkeyRemoveBody}</Text>
        {passkeys.length === 1 && lost !== "" && <Text size="sm">{lost}</Text>}
      </ConfirmAction>
    </>
  );
}

export function PasskeysPanel() {
  const t = useT("common").identity;
  const passkeys = usePasskeys();
  const factor = useSecondFactor();
  const app = factor.data?.since !== undefined;
  const lost = app ? "" : factor.data?.required === true ? t.passkeyRemoveRequired : t.passkeyRemoveLast;
  return (
    <Panel title={t.passkey}>
      <Loaded query={passkeys}>
        {(data) => (
          <Stack>
            <Text>{t.passkeyIntro}</Text>
            {data.passkeys.length === 0 ? <Text size="sm">{t.passkeyTurnsOn}</Text> : <Rows passkeys={data.passkeys} lost={lost} />}
            {data.passkeys.length < data.most && <AddPasskey />}
            {data.passkeys.length > 0 && !app && factor.data !== undefined && <CodesLeft count={factor.data.recovery_codes_left} />}
            <Text size="sm" c="dimmed">
              {t.passkeyHost(data.host)}
            </Text>
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}
