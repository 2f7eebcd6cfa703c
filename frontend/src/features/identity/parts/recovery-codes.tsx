/** Codes for the day on which the phone or the passkey is lost. */
import { Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useT } from "@/i18n/provider";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { useRenewRecoveryCodes } from "../queries";
import classes from "./second-factor.module.css";

/** The codes are shown this once, so one says that they are kept before one goes on. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useT("common").identity;
  return (
    <Stack>
      <Text role="status">{t.recoveryIntro}</Text>
      <ul className={classes.codes} aria-label={t.recoveryCodes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Group>
        <Button onClick={onDone}>{t.recoveryKept}</Button>
        <Anchor href={`data:text/plain;charset=utf-8,${encodeURIComponent(codes.join("\n"))}`} download="madang-recovery-codes.txt">
          {t.recoverySave}
        </Anchor>
      </Group>
    </Stack>
  );
}

/** How many are left, and the way to others. */
export function CodesLeft({ count }: { count: number }) {
  const t = useT("common").identity;
  const [codes, setCodes] = useState<readonly string[]>();
  const renew = useRenewRecoveryCodes(setCodes);
  if (codes !== undefined) return <RecoveryCodes codes={codes} onDone={() => setCodes(undefined)} />;
  return (
    <Stack align="flex-start" gap="xs">
      <Text size="sm">{t.codesLeft(count)}</Text>
      <ProblemAlert problem={renew.error} />
      <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate(undefined)}>
        {t.renewCodes}
      </Button>
    </Stack>
  );
}
