/** One step for many trades at once. Each goes through or is refused by itself, and says so. */
import { Button, List, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useProblemText, useT } from "@/i18n/provider";
import { type AnyCode, Problem } from "@/api/problem";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { BULK_STEPS, type BulkStep, useBulkStep } from "../company";
import type { BulkAnswer, TradeRow } from "../types";

interface BulkProps {
  /** The ticked rows. */
  rows: readonly TradeRow[];
  onDone: () => void;
}

export function BulkSteps({ rows, onDone }: BulkProps) {
  const t = useT("company").trades;
  const [asking, ask] = useState<BulkStep>();
  const [answer, setAnswer] = useState<{ step: BulkStep; answer: BulkAnswer; rows: readonly TradeRow[] }>();
  const write = useBulkStep();
  const fit = (step: BulkStep) => rows.filter((row) => row.allowed_actions.includes(step));

  return (
    <>
      {BULK_STEPS.map((step) => {
        const count = fit(step).length;
        return count === 0 ? null : (
          <Button key={step} size="xs" onClick={() => ask(step)}>
            {t.bulk.button(t.step[step], count)}
          </Button>
        );
      })}
      {asking !== undefined && (
        <ConfirmAction
          opened
          onClose={() => ask(undefined)}
          title={t.bulk.ask(t.step[asking], fit(asking).length)}
          confirmLabel={t.step[asking]}
          input={{ action: asking, ids: fit(asking).map(({ id }) => id) }}
          write={{
            ...write,
            mutate: (input, options) =>
              write.mutate(input, {
                onSuccess: (result) => {
                  setAnswer({ step: input.action, answer: result, rows });
                  options?.onSuccess?.();
                },
              }),
          }}
        >
          <Text>{t.means[asking]}</Text>
        </ConfirmAction>
      )}
      {answer !== undefined && (
        <BulkResults
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

interface ResultsProps {
  step: BulkStep;
  answer: BulkAnswer;
  rows: readonly TradeRow[];
  onClose: () => void;
}

function BulkResults({ step, answer, rows, onClose }: ResultsProps) {
  const t = useT("company").trades;
  const common = useT("common");
  const say = useProblemText();
  const done = answer.results.filter(({ ok }) => ok);
  const refused = answer.results.filter(({ ok }) => !ok);
  const name = (id: string) => {
    const row = rows.find((each) => each.id === id);
    return row === undefined ? id : `${row.number} · ${row.summary}`;
  };
  return (
    <Modal opened onClose={onClose} title={t.step[step]} closeButtonProps={{ "aria-label": common.act.close }}>
      <Stack>
        <Text fw={600} role="status">
          {t.bulk.result(done.length, refused.length)}
        </Text>
        {refused.length > 0 && (
          <List spacing="xs" size="sm">
            {refused.map(({ id, code }) => (
              <List.Item key={id}>
                <Text size="sm" fw={600}>
                  {name(id)}
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
