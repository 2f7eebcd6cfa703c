/** Setting up an app that makes codes, and what stands of it afterwards. */
import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { refreshSession, useSession } from "@/api/session";
import type { Schemas } from "@/api/types";
import { useT } from "@/i18n/provider";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { AppForm, useAppForm, useRules } from "@/ui/form";
import { useNotify } from "@/ui/notify";
import { Panel } from "@/ui/Panel";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { Badge } from "@/ui/StateBadge";
import { Loaded } from "@/ui/states";
import { When } from "@/ui/When";
import { useConfirmSecondFactor, usePrepareSecondFactor, useRemoveSecondFactor, useRenewRecoveryCodes, useSecondFactor } from "../queries";
import { RecoveryCodes } from "./recovery-codes";
import classes from "./second-factor.module.css";

function FirstCode({ app, onConfirmed }: { app: Schemas["NewSecondFactor"]; onConfirmed: (codes: readonly string[]) => void }) {
  const t = useT("common").identity;
  const rules = useRules();
  const form = useAppForm({ initialValues: { code: "" }, validate: { code: rules.required } });
  const confirm = useConfirmSecondFactor(onConfirmed);
  return (
    <Stack className={classes.narrow}>
      <Text>{t.scan}</Text>
      <img className={classes.picture} src={`data:image/svg+xml;utf8,${encodeURIComponent(app.picture_svg)}`} alt={t.pictureAlt} width={220} height={220} />
      <Text size="sm">
        {t.typeSecret} <code className={classes.secret}>{app.secret}</code>
      </Text>
      <AppForm form={form} write={confirm} toInput={({ code }) => code} submitLabel={t.turnOn} fullWidth>
        <TextInput label={t.firstCode} inputMode="numeric" autoComplete="one-time-code" required {...form.getInputProps("code")} key={form.key("code")} />
      </AppForm>
    </Stack>
  );
}

/** From nothing to an app that is asked at each sign-in. */
export function SecondFactorSetUp({ onDone }: { onDone?: () => void }) {
  const t = useT("common").identity;
  const [codes, setCodes] = useState<readonly string[]>();
  const prepare = usePrepareSecondFactor();
  if (codes !== undefined) {
    return (
      <RecoveryCodes
        codes={codes}
        onDone={() => {
          // What the person may do depends on it, and the session says so.
          void refreshSession().then(onDone);
        }}
      />
    );
  }
  if (prepare.data !== undefined) return <FirstCode app={prepare.data} onConfirmed={setCodes} />;
  return (
    <Stack align="flex-start">
      <Text>{t.secondFactorIntro}</Text>
      <ProblemAlert problem={prepare.error} />
      <Button loading={prepare.isPending} onClick={() => prepare.mutate(undefined)}>
        {t.setUp}
      </Button>
    </Stack>
  );
}

function InUse({ factor }: { factor: Schemas["SecondFactor"] }) {
  const t = useT("common").identity;
  const notify = useNotify();
  const [codes, setCodes] = useState<readonly string[]>();
  const passkey = useSession().account?.passkey === true;
  const [asking, setAsking] = useState(false);
  const renew = useRenewRecoveryCodes(setCodes);
  const remove = useRemoveSecondFactor(() => notify.done(t.turnedOff));
  if (codes !== undefined) return <RecoveryCodes codes={codes} onDone={() => setCodes(undefined)} />;
  return (
    <Stack>
      {factor.since !== undefined && (
        <Text>
          {t.onSince} <When at={factor.since} />. {t.codesLeft(factor.recovery_codes_left)}
        </Text>
      )}
      <ProblemAlert problem={renew.error} />
      <Group>
        <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate(undefined)}>
          {t.renewCodes}
        </Button>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t.turnOff}
        </Button>
      </Group>
      <ConfirmAction opened={asking} onClose={() => setAsking(false)} title={t.turnOff} confirmLabel={t.turnOff} danger input={undefined} write={remove}>
        <Text size="sm">{passkey ? t.turnOffKeepsPasskeys : factor.required ? t.turnOffRequired : t.turnOffBody}</Text>
      </ConfirmAction>
    </Stack>
  );
}

export function SecondFactorPanel() {
  const t = useT("common").identity;
  const factor = useSecondFactor();
  const on = factor.data?.since !== undefined;
  return (
    <Panel title={t.authenticatorApp} action={factor.data && <Badge tone={on ? "positive" : "neutral"}>{on ? t.on : t.off}</Badge>}>
      <Loaded query={factor}>
        {(data) => (data.since === undefined ? <SecondFactorSetUp onDone={() => void factor.refetch()} /> : <InUse factor={data} />)}
      </Loaded>
    </Panel>
  );
}
