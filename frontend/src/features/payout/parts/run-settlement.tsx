/** Runs the settlement by hand and says what it did. */
import { Button, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useT } from "@/i18n/provider";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { Facts } from "@/ui/Facts";
import { ButtonLink } from "@/ui/links";
import { useSettlementRun } from "../queries";

export function RunSettlement() {
  const t = useT("operator").settlements;
  const common = useT("common");
  const [asking, ask] = useState(false);
  const [who, setWho] = useState("due");
  const write = useSettlementRun();
  const [result, setResult] = useState<{ settlements: number; trades: number; payouts: number }>();
  return (
    <>
      <Button onClick={() => ask(true)}>{t.run}</Button>
      <ConfirmAction
        opened={asking}
        onClose={() => ask(false)}
        title={t.runTitle}
        money={t.runMoney}
        confirmLabel={t.run}
        input={{ everyone: who === "everyone" }}
        write={{
          ...write,
          mutate: (input, options) =>
            write.mutate(input, {
              onSuccess: (run) => {
                setResult(run);
                options?.onSuccess?.();
              },
            }),
        }}
      >
        <Radio.Group label={t.runWho} value={who} onChange={setWho}>
          <Stack gap="xs" mt="xs">
            <Radio value="due" label={t.runDue} />
            <Radio value="everyone" label={t.runEveryone} />
          </Stack>
        </Radio.Group>
      </ConfirmAction>
      {result !== undefined && (
        <Modal opened onClose={() => setResult(undefined)} title={t.runResult} closeButtonProps={{ "aria-label": common.act.close }}>
          <Stack role="status">
            {result.settlements === 0 && <Text>{t.runNone}</Text>}
            <Facts
              align="end"
              facts={[
                { label: t.runCompanies, value: result.settlements.toLocaleString() },
                { label: t.runTrades, value: result.trades.toLocaleString() },
                { label: t.runPayouts, value: result.payouts.toLocaleString() },
              ]}
            />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={() => setResult(undefined)}>
                {common.act.close}
              </Button>
              {result.payouts > 0 && (
                <ButtonLink to="/operator/payouts" search={{ tab: "pending" }}>
                  {t.toPayouts}
                </ButtonLink>
              )}
            </Group>
          </Stack>
        </Modal>
      )}
    </>
  );
}
