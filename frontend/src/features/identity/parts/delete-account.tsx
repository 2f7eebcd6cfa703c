import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useT } from "@/i18n/provider";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { Panel } from "@/ui/Panel";
import { useDeleteAccount } from "../queries";

/** Leaving is as plain as joining: what goes, what the law keeps, and one question. */
export function DeleteAccount({ onDone }: { onDone: () => void }) {
  const t = useT("common").identity;
  const [asking, setAsking] = useState(false);
  const remove = useDeleteAccount(onDone);
  return (
    <Panel title={t.deleteTitle}>
      <Stack>
        <Text>{t.deleteIntro}</Text>
        <Group>
          <Button variant="default" onClick={() => setAsking(true)}>
            {t.deleteAccount}
          </Button>
        </Group>
      </Stack>
      <ConfirmAction opened={asking} onClose={() => setAsking(false)} title={t.deleteAccount} confirmLabel={t.deleteAccount} danger input={undefined} write={remove}>
        <Text size="sm">{t.deleteBody}</Text>
        <Text size="sm">{t.deleteKept}</Text>
      </ConfirmAction>
    </Panel>
  );
}
