/** The one main action of a row: done at once where a word is enough, or the case opened where it has to be looked at. */
import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useOperatorMay } from "@/api/permission";
import type { QueueItem } from "@/features/console";
import { RetryRefundDialog } from "@/features/payment";
import { ConfirmPayoutDialog } from "@/features/payout";
import { RetryDeadLetterDialog } from "@/features/platform";
import { ApproveDialog, IssueDialog, type Trade, useOperatorTrade } from "@/features/trade";
import { useT } from "@/i18n/provider";
import type { OperatorPermission } from "@/lib/operator-roles";
import { ButtonLink } from "@/ui/links";
import { placeOf } from "../model/queue";

const NEEDS: Readonly<Record<string, OperatorPermission>> = {
  issue_po: "trades_operate",
  approve_shipment: "trades_operate",
  confirm: "settle",
  retry_refund: "settle",
  retry: "platform_manage",
};

export function QueueAction({ item }: { item: QueueItem }) {
  const t = useT("operator").queue;
  const may = useOperatorMay();
  const [asking, ask] = useState(false);
  const close = () => ask(false);
  const labels: Partial<Record<string, string>> = t.action;
  const label = labels[item.main_action] ?? t.view;
  const needs = NEEDS[item.main_action];
  if (needs === undefined || !may(needs)) {
    const place = placeOf(item);
    return (
      <ButtonLink to={place.to} params={place.params} search={place.search} variant="light">
        {needs === undefined ? label : t.view}
      </ButtonLink>
    );
  }
  return (
    <>
      <Button onClick={() => ask(true)}>{label}</Button>
      {asking && item.main_action === "issue_po" && <WithTrade id={item.id}>{(trade) => <IssueDialog trade={trade} onClose={close} />}</WithTrade>}
      {asking && item.main_action === "approve_shipment" && (
        <WithTrade id={item.id}>{(trade) => <ApproveDialog trade={trade} onClose={close} document />}</WithTrade>
      )}
      {asking && item.main_action === "confirm" && item.at_stake !== undefined && (
        <ConfirmPayoutDialog payout={{ id: item.id, company: item.company?.name ?? item.title, amount: item.at_stake }} onClose={close} />
      )}
      {asking && item.main_action === "retry_refund" && item.at_stake !== undefined && (
        <RetryRefundDialog refund={{ id: item.id, amount: item.at_stake, last_error: item.error }} onClose={close} />
      )}
      {asking && item.main_action === "retry" && <RetryDeadLetterDialog letter={{ id: item.id, name: item.title }} onClose={close} />}
    </>
  );
}

/** What is asked rests on the trade as it is now, so that is read first. */
function WithTrade({ id, children }: { id: string; children: (trade: Trade) => ReactNode }) {
  const trade = useOperatorTrade(id).data;
  return trade === undefined ? null : children(trade);
}
