/** What a company may do with a trade now, each asked once more in words that say what happens to the money. */
import { Checkbox, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useT } from "@/i18n/provider";
import { ActionButtons, type ActionChoice } from "@/ui/ActionButtons";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { Money, useMoneyText } from "@/ui/Money";
import { useNotify } from "@/ui/notify";
import { PLAIN_STEPS, type PlainStep, useCancelTrade, useDecline, usePlainStep } from "../company";
import { effectOf } from "../model/effect";
import { refundOf, standing } from "../model/shares";
import type { Trade } from "../types";

interface CompanyActionsProps {
  trade: Trade;
  /** Shows where the delivery confirmation is filled in. */
  onFileDelivery: () => void;
}

export function CompanyActions({ trade, onFileDelivery }: CompanyActionsProps) {
  const t = useT("company").trades;
  const [asking, ask] = useState<string>();
  const close = () => ask(undefined);
  const choice = (step: string, danger = false): ActionChoice => ({
    label: t.step[step as keyof typeof t.step],
    run: () => ask(step),
    danger,
  });
  return (
    <>
      <ActionButtons
        allowed={trade.allowed_actions}
        actions={{
          request_po: choice("request_po"),
          accept_po: choice("accept_po"),
          file_delivery: { label: t.step.file_delivery, run: onFileDelivery },
          mark_in_transit: choice("mark_in_transit"),
          mark_arrived: choice("mark_arrived"),
          decline_po: choice("decline_po", true),
          cancel: choice("cancel", true),
        }}
      />
      {(Object.keys(PLAIN_STEPS) as PlainStep[]).map((step) => (
        <PlainDialog key={step} step={step} trade={trade} opened={asking === step} onClose={close} />
      ))}
      {asking === "decline_po" && <DeclineDialog trade={trade} onClose={close} />}
      {asking === "cancel" && <CancelDialog trade={trade} onClose={close} />}
    </>
  );
}

interface DialogProps {
  trade: Trade;
  onClose: () => void;
}

function PlainDialog({ step, trade, opened, onClose }: DialogProps & { step: PlainStep; opened: boolean }) {
  const t = useT("company").trades;
  const say = useMoneyText();
  const notify = useNotify();
  const write = usePlainStep(trade.id, () => notify.done(t.done[step]));
  const effect = effectOf(step, trade);
  const amount = effect.amount === undefined ? undefined : say(effect.amount);
  return (
    <ConfirmAction
      opened={opened}
      onClose={onClose}
      title={t.ask[step]}
      money={amount === undefined ? undefined : effect.kind === "clock" ? t.money.clock(amount) : t.money.stays(amount)}
      confirmLabel={t.step[step]}
      input={step}
      write={write}
    >
      <Text>{t.means[step]}</Text>
    </ConfirmAction>
  );
}

function DeclineDialog({ trade, onClose }: DialogProps) {
  const t = useT("company").trades;
  const say = useMoneyText();
  const notify = useNotify();
  const [reason, setReason] = useState("");
  const write = useDecline(trade.id, () => notify.done(t.done.decline_po));
  const { amount } = effectOf("decline_po", trade);
  return (
    <ConfirmAction
      opened
      onClose={onClose}
      danger
      title={t.ask.decline_po}
      money={amount === undefined ? t.money.refundAll : t.money.refund(say(amount))}
      confirmLabel={t.step.decline_po}
      ready={reason.trim() !== ""}
      input={reason.trim()}
      write={write}
    >
      <Textarea
        label={t.reason}
        description={t.reasonHint}
        required
        data-autofocus
        maxLength={500}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmAction>
  );
}

function CancelDialog({ trade, onClose }: DialogProps) {
  const t = useT("company").trades;
  const common = useT("common");
  const say = useMoneyText();
  const notify = useNotify();
  const open = standing(trade.lines);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(open.map(({ id }) => id)));
  const [reason, setReason] = useState("");
  const write = useCancelTrade(trade.id, () => notify.done(t.done.cancel));
  const whole = chosen.size === open.length;
  const refund = refundOf(trade, chosen);
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <ConfirmAction
      opened
      onClose={onClose}
      danger
      title={t.ask.cancel}
      money={chosen.size === 0 ? undefined : refund === undefined ? t.money.refundAll : common.money.refund(say(refund))}
      confirmLabel={whole ? t.cancelWhole : t.cancelLines}
      ready={reason.trim() !== "" && chosen.size > 0}
      input={{ lineIds: whole ? undefined : [...chosen], reason: reason.trim() }}
      write={write}
    >
      {open.length > 1 && (
        <Stack gap="xs" role="group" aria-label={t.cancelWhich}>
          <Text size="sm">{t.cancelWhich}</Text>
          {open.map((line) => (
            <Checkbox
              key={line.id}
              checked={chosen.has(line.id)}
              onChange={() => toggle(line.id)}
              label={
                <>
                  {line.name} · {line.variant_name} × {line.quantity} {line.goods && <Money value={line.goods} fw={600} />}
                </>
              }
            />
          ))}
        </Stack>
      )}
      <Textarea
        label={t.reason}
        description={t.reasonHint}
        required
        maxLength={500}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmAction>
  );
}
