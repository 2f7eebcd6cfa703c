/** The operator's steps, each asked once more in words that say what happens to the money. */
import { Checkbox, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useT } from "@/i18n/provider";
import { type MoneyValue, sumMoney } from "@/lib/money";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { Money, useMoneyText } from "@/ui/Money";
import { useNotify } from "@/ui/notify";
import { deliveredQuantities } from "../model/compared";
import { refundOf, shortfallOf, standing, stands } from "../model/shares";
import { useApproveShipment, useIssuePo, useOperatorCancel, useReturnDelivery } from "../operator";
import type { Trade } from "../types";
import { DeliveryDocument, OrderedBesideDelivered } from "./delivery-check";
import { Findings } from "./findings";
import { ReasonField } from "./reason-field";

interface DialogProps {
  trade: Trade;
  onClose: () => void;
}

const less = (whole: MoneyValue, part: MoneyValue): MoneyValue =>
  sumMoney([whole, { minor: -part.minor, currency: part.currency }], whole.currency);

/** What is set aside when the purchase order is issued, in words. */
function useIssueText(trade: Trade): string {
  const t = useT("operator").trades.money;
  const say = useMoneyText();
  const whole = stands(trade);
  if (whole === undefined || trade.supply === undefined || trade.margin === undefined || trade.fee === undefined) return t.issueUnknown;
  const supplier = sumMoney([trade.supply, trade.delivery], whole.currency);
  return t.issue(say(whole), say(supplier), say(trade.margin), say(trade.fee));
}

/** Where the gate is red, the purchase order is issued only with a reason. */
export function IssueDialog({ trade, onClose }: DialogProps) {
  const t = useT("operator").trades;
  const notify = useNotify();
  const [reason, setReason] = useState("");
  const write = useIssuePo(trade.id, () => notify.done(t.done.issue_po));
  const findings = trade.hold?.findings ?? [];
  const red = findings.length > 0;
  const money = useIssueText(trade);
  return (
    <ConfirmAction
      opened
      onClose={onClose}
      title={red ? t.ask.issue_anyway : t.ask.issue_po}
      money={money}
      confirmLabel={red ? t.step.issue_anyway : t.step.issue_po}
      danger={red}
      ready={!red || reason.trim() !== ""}
      input={red ? reason.trim() : undefined}
      write={write}
    >
      {red && <Findings findings={findings} lines={trade.lines} currency={trade.delivery.currency} />}
      <Text>{t.means[red ? "issue_anyway" : "issue_po"]}</Text>
      {red && <ReasonField label={t.reason} hint={t.overrideHint} value={reason} onChange={setReason} />}
    </ConfirmAction>
  );
}

/** Opened away from the trade, the dialog shows the document too: it is approved by what it says. */
export function ApproveDialog({ trade, onClose, document = false }: DialogProps & { document?: boolean }) {
  const t = useT("operator").trades;
  const say = useMoneyText();
  const notify = useNotify();
  const write = useApproveShipment(trade.id, () => notify.done(t.done.approve_shipment));
  const whole = stands(trade);
  const short = shortfallOf(trade, deliveredQuantities(trade));
  const money =
    whole === undefined
      ? undefined
      : short.pieces > 0 && short.refund !== undefined
        ? t.money.approveShort(say(short.refund), say(less(whole, short.refund)))
        : t.money.approve(say(whole));
  return (
    <ConfirmAction
      opened
      onClose={onClose}
      title={t.ask.approve_shipment}
      money={money}
      confirmLabel={t.step.approve_shipment}
      input={undefined}
      write={write}
    >
      <OrderedBesideDelivered trade={trade} />
      {document && <DeliveryDocument trade={trade} />}
      <Text>{t.means.approve_shipment}</Text>
    </ConfirmAction>
  );
}

export function ReturnDialog({ trade, onClose }: DialogProps) {
  const t = useT("operator").trades;
  const say = useMoneyText();
  const notify = useNotify();
  const [reason, setReason] = useState("");
  const write = useReturnDelivery(trade.id, () => notify.done(t.done.return_delivery));
  const whole = stands(trade);
  return (
    <ConfirmAction
      opened
      onClose={onClose}
      danger
      title={t.ask.return_delivery}
      money={whole === undefined ? undefined : t.money.returned(say(whole))}
      confirmLabel={t.step.return_delivery}
      ready={reason.trim() !== ""}
      input={reason.trim()}
      write={write}
    >
      <Text>{t.means.return_delivery}</Text>
      <ReasonField label={t.reason} hint={t.reasonHint} value={reason} onChange={setReason} />
    </ConfirmAction>
  );
}

export function OperatorCancelDialog({ trade, onClose }: DialogProps) {
  const t = useT("operator").trades;
  const say = useMoneyText();
  const notify = useNotify();
  const open = standing(trade.lines);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(open.map(({ id }) => id)));
  const [reason, setReason] = useState("");
  const write = useOperatorCancel(trade.id, () => notify.done(t.done.cancel));
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
      money={chosen.size === 0 || refund === undefined ? undefined : t.money.refund(say(refund))}
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
      <Text>{t.means.cancel}</Text>
      <ReasonField label={t.reason} hint={t.reasonHint} value={reason} onChange={setReason} />
    </ConfirmAction>
  );
}
