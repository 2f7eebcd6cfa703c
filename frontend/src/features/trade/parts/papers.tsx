/** The papers of a trade: parties and address, purchase order, delivery confirmation, claims. */
import { Button, Code, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { download } from "@/api/download";
import { toProblem } from "@/api/problem";
import { useT } from "@/i18n/provider";
import { Facts } from "@/ui/Facts";
import { Money } from "@/ui/Money";
import { useNotify } from "@/ui/notify";
import { Badge, type Tone } from "@/ui/StateBadge";
import { Deadline, When } from "@/ui/When";
import type { Trade } from "../types";
import classes from "./papers.module.css";

export function TradeParties({ trade }: { trade: Trade }) {
  const t = useT("common");
  const to = trade.ship_to;
  return (
    <Facts
      facts={[
        { label: t.actor.seller, value: trade.seller.name },
        { label: t.actor.supplier, value: trade.supplier.name },
        { label: t.trade.contractLabel, value: t.trade.contract[trade.contract] },
        {
          label: t.actor.buyer,
          value: (
            <>
              {trade.buyer.name}
              {[trade.buyer.phone, trade.buyer.email].map(
                (each) => each !== undefined && <Text key={each} size="sm" c="dimmed">{each}</Text>,
              )}
            </>
          ),
        },
        {
          label: t.trade.shipTo,
          value: (
            <>
              {to.name} · {to.phone}
              <br />({to.postcode}) {to.address1} {to.address2}
            </>
          ),
        },
        { label: t.trade.note, value: to.note },
        { label: t.trade.paidAt, value: <When at={trade.paid_at} /> },
        { label: t.trade.arrivedAt, value: trade.arrived_at && <When at={trade.arrived_at} /> },
        { label: t.trade.confirmDue, value: trade.state === "arrived" && trade.confirm_due_at ? <Deadline at={trade.confirm_due_at} /> : undefined },
        { label: t.trade.confirmedAt, value: trade.confirmed_at && <When at={trade.confirmed_at} /> },
      ]}
    />
  );
}

export function PurchaseOrderPaper({ trade }: { trade: Trade }) {
  const t = useT("common").trade.purchaseOrder;
  const order = trade.purchase_order;
  if (order === undefined) return <Text c="dimmed">{t.none}</Text>;
  return (
    <Facts
      facts={[
        { label: t.number, value: order.number },
        { label: t.issuedAt, value: <When at={order.issued_at} /> },
      ]}
    />
  );
}

/** `documentPath` is where the reader's face serves the attached document. */
export function DeliveryPaper({ trade, documentPath }: { trade: Trade; documentPath: string }) {
  const t = useT("common").trade;
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const paper = trade.delivery_confirmation;
  if (paper === undefined) return null;
  const { document: attached } = paper;

  const open = () => {
    if (attached === undefined) return;
    setBusy(true);
    download(documentPath, attached.name)
      .catch((error: unknown) => notify.problem(toProblem(error)))
      .finally(() => setBusy(false));
  };
  const lineOf = (id: string) => trade.lines.find((line) => line.id === id);
  return (
    <Facts
      facts={[
        { label: t.delivery.filedAt, value: <When at={paper.filed_at} /> },
        { label: t.carrier, value: paper.carrier },
        { label: t.tracking, value: <span className="figures">{paper.tracking_number}</span> },
        {
          label: t.lines.delivered,
          value: (
            <ul className={classes.delivered}>
              {paper.lines.map((each) => {
                const line = lineOf(each.line_id);
                return (
                  <li key={each.line_id}>
                    {line === undefined ? each.line_id : `${line.name} · ${line.variant_name}`}{" "}
                    <span className="figures">{t.lines.count(each.quantity, line?.unit ?? "")}</span>
                    {each.lot !== undefined && ` (${t.delivery.lot} ${each.lot})`}
                  </li>
                );
              })}
            </ul>
          ),
        },
        {
          label: t.delivery.document,
          value: attached && (
            <>
              <Text size="sm">{attached.name}</Text>
              <Button size="xs" variant="default" mt={4} loading={busy} leftSection={<IconDownload size={14} aria-hidden />} onClick={open}>
                {t.delivery.open}
              </Button>
            </>
          ),
        },
        { label: t.delivery.hash, value: <Code className={classes.hash}>{paper.content_sha256}</Code> },
        { label: t.delivery.approvedAt, value: paper.approved_at && <When at={paper.approved_at} /> },
      ]}
    />
  );
}

const CLAIM_TONE: Partial<Record<string, Tone>> = { requested: "caution", resolved: "positive", rejected: "danger" };

export function TradeClaims({ claims }: { claims: Trade["claims"] }) {
  const t = useT("common").trade.claims;
  const kinds: Partial<Record<string, string>> = t.kind;
  const states: Partial<Record<string, string>> = t.state;
  const causes: Partial<Record<string, string>> = useT("common").trade.causes;
  return (
    <ul className={classes.claims}>
      {claims.map((claim) => (
        <li key={claim.id}>
          <Text component="div" fw={600}>
            {kinds[claim.kind] ?? claim.kind}{" "}
            <Badge tone={CLAIM_TONE[claim.state] ?? "brand"}>{states[claim.state] ?? claim.state}</Badge>
          </Text>
          <Facts
            facts={[
              { label: t.reason, value: causes[claim.reason] ?? claim.reason },
              { label: t.refund, value: claim.refund && <Money value={claim.refund} /> },
              { label: t.openedAt, value: <When at={claim.opened_at} /> },
            ]}
          />
        </li>
      ))}
    </ul>
  );
}
