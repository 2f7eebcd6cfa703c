/** One of the operator's steps for many trades. Each goes through or is refused by itself, and says so. */
import { Button, List, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { type AnyCode, Problem } from "@/api/problem";
import { useProblemText, useT } from "@/i18n/provider";
import { type MoneyValue, sumMoney } from "@/lib/money";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { useMoneyText } from "@/ui/Money";
import { type OperatorBulkStep, useOperatorBulk } from "../operator";
import type { BulkAnswer } from "../types";

export interface BulkItem {
  id: string;
  name: string;
  amount: MoneyValue | undefined;
}

interface OperatorBulkProps {
  step: OperatorBulkStep;
  items: readonly BulkItem[];
  onDone: () => void;
}

export function OperatorBulk({ step, items, onDone }: OperatorBulkProps) {
  const t = useT("operator").bulk;
  const say = useMoneyText();
  const [asking, ask] = useState(false);
  const [answer, setAnswer] = useState<{ answer: BulkAnswer; items: readonly BulkItem[] }>();
  const write = useOperatorBulk();
  const amounts = items.flatMap(({ amount }) => (amount === undefined ? [] : [amount]));
  const currency = amounts[0]?.currency ?? "KRW";
  return (
    <>
      <Button onClick={() => ask(true)} disabled={items.length === 0}>
        {t.button[step](items.length)}
      </Button>
      <ConfirmAction
        opened={asking}
        onClose={() => ask(false)}
        title={t.title[step](items.length)}
        money={t.money[step](say(sumMoney(amounts.filter((each) => each.currency === currency), currency)))}
        confirmLabel={t.confirm[step]}
        input={{ action: step, ids: items.map(({ id }) => id) }}
        write={{
          ...write,
          mutate: (input, options) =>
            write.mutate(input, {
              onSuccess: (result) => {
                setAnswer({ answer: result, items });
                options?.onSuccess?.();
              },
            }),
        }}
      >
        <Text>{t.means[step]}</Text>
      </ConfirmAction>
      {answer !== undefined && (
        <Results
          {...answer}
          onClose={() => {
            setAnswer(undefined);
            onDone();
          }}
        />
      )}
    </>
  );
}

function Results({ answer, items, onClose }: { answer: BulkAnswer; items: readonly BulkItem[]; onClose: () => void }) {
  const t = useT("operator").bulk;
  const common = useT("common");
  const say = useProblemText();
  const refused = answer.results.filter(({ ok }) => !ok);
  return (
    <Modal opened onClose={onClose} title={t.resultTitle} closeButtonProps={{ "aria-label": common.act.close }}>
      <Stack>
        <Text fw={600} role="status">
          {t.result(answer.results.length - refused.length, refused.length)}
        </Text>
        {refused.length > 0 && (
          <List spacing="xs" size="sm">
            {refused.map(({ id, code }) => (
              <List.Item key={id}>
                <Text size="sm" fw={600}>
                  {items.find((each) => each.id === id)?.name ?? id}
                </Text>
                <Text size="sm" c="dimmed">
                  {say(new Problem({ status: 409, code: (code ?? "server.internal") as AnyCode, title: code ?? "" }))}
                </Text>
              </List.Item>
            ))}
          </List>
        )}
        <Button onClick={onClose}>{common.act.confirm}</Button>
      </Stack>
    </Modal>
  );
}
