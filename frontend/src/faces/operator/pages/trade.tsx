/** One trade, all of it: why it stands still, the papers side by side, the money, and everything that happened. */
import { Code, Group, Stack, Text } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import {
  DeliveryDocument,
  DeliveryPaper,
  Findings,
  OperatorActions,
  operatorDocumentPath,
  OrderedBesideDelivered,
  PurchaseOrderPaper,
  type Trade,
  TradeClaims,
  TradeLines,
  TradeMoney,
  TradeParties,
  TradePath,
  TradeTimeline,
  useOperatorTrade,
} from "@/features/trade";
import { useT } from "@/i18n/provider";
import { AnchorLink } from "@/ui/links";
import { PageHeader } from "@/ui/PageHeader";
import { Panel } from "@/ui/Panel";
import { StateBadge } from "@/ui/StateBadge";
import { Loaded } from "@/ui/states";
import { Deadline } from "@/ui/When";
import classes from "./trade.module.css";

export function TradePage() {
  const { id } = useParams({ strict: false }) as { id: string };
  return <Loaded query={useOperatorTrade(id)}>{(trade) => <TradeCase trade={trade} />}</Loaded>;
}

function TradeCase({ trade }: { trade: Trade }) {
  const t = useT("operator").trades;
  const common = useT("common").trade;
  const filed = trade.delivery_confirmation !== undefined;
  return (
    <>
      <PageHeader
        title={trade.summary}
        badge={<StateBadge state={trade.state} />}
        crumbs={[{ label: t.title, to: "/operator/trades" }]}
        intro={
          <>
            <span className="figures">{trade.number}</span> · <span className="figures">{t.order(trade.order_number)}</span>
          </>
        }
        actions={<OperatorActions trade={trade} />}
      />
      <TradePath state={trade.state} />
      <Turn trade={trade} />
      <Stack gap="md" mb="md">
        <Held trade={trade} />
        {filed && (
          <Panel title={t.checkTitle}>
            <div className={classes.check}>
              <OrderedBesideDelivered trade={trade} />
              <DeliveryDocument trade={trade} />
            </div>
          </Panel>
        )}
      </Stack>
      <div className={classes.columns}>
        <Stack gap="md" className={classes.main}>
          <Panel title={common.lines.title}>
            <TradeLines lines={trade.lines} />
          </Panel>
          {filed && (
            <Panel title={common.delivery.title}>
              <DeliveryPaper trade={trade} documentPath={operatorDocumentPath(trade.id)} />
            </Panel>
          )}
          {trade.claims.length > 0 && (
            <Panel title={common.claims.title}>
              <TradeClaims claims={trade.claims} />
            </Panel>
          )}
        </Stack>
        <Stack gap="md" className={classes.side}>
          <Panel title={common.money.title}>
            <TradeMoney trade={trade} />
          </Panel>
          <Panel title={common.parties}>
            <TradeParties trade={trade} />
          </Panel>
          <Panel title={common.purchaseOrder.title}>
            <PurchaseOrderPaper trade={trade} />
          </Panel>
          <OtherRecords trade={trade} />
          <Panel title={common.timeline}>
            <TradeTimeline
              steps={trade.timeline.map((step) =>
                step.override_reason === undefined ? step : { ...step, reason: t.overridden(step.override_reason) },
              )}
            />
          </Panel>
        </Stack>
      </div>
    </>
  );
}

/** What the checks found. A trade that was issued all the same keeps nothing here. */
function Held({ trade }: { trade: Trade }) {
  const t = useT("operator").trades;
  if (trade.hold === undefined) return null;
  const at: Partial<Record<string, string>> = t.holdAt;
  return (
    <Panel title={t.holdTitle} tone="danger" action={<Text size="sm" c="dimmed">{at[trade.hold.at] ?? trade.hold.at}</Text>}>
      <Text size="sm">{t.holdBody}</Text>
      <Findings findings={trade.hold.findings} lines={trade.lines} currency={trade.delivery.currency} />
    </Panel>
  );
}

/** Whose turn it is and until when. */
function Turn({ trade }: { trade: Trade }) {
  const t = useT("operator").trades;
  const common = useT("common");
  if (trade.due_by === undefined || trade.due_at === undefined) return null;
  const mine = trade.due_by === "operator";
  return (
    <Group gap="xs" mb="md" className={classes.turn} data-mine={mine || undefined}>
      <Text size="sm" fw={600}>
        {mine ? t.mine : t.turnOf(common.actor[trade.due_by])}
      </Text>
      <Text size="sm">
        {common.queue.until} <Deadline at={trade.due_at} />
      </Text>
    </Group>
  );
}

/** Where else this fact is recorded, under the same key. */
function OtherRecords({ trade }: { trade: Trade }) {
  const t = useT("operator").trades;
  return (
    <Panel title={t.links.title}>
      <Text size="xs" c="dimmed">
        {t.key}
      </Text>
      <Code className={classes.key}>{trade.id}</Code>
      <ul className={classes.links}>
        <li>
          <AnchorLink to="/operator/ledger/transfers" search={{ trade_id: trade.id }}>
            {t.links.ledger}
          </AnchorLink>
        </li>
        <li>
          <AnchorLink to="/operator/companies/$id" params={{ id: trade.seller.id }}>
            {t.links.seller}
          </AnchorLink>
        </li>
        {trade.supplier.id !== trade.seller.id && (
          <li>
            <AnchorLink to="/operator/companies/$id" params={{ id: trade.supplier.id }}>
              {t.links.supplier}
            </AnchorLink>
          </li>
        )}
      </ul>
    </Panel>
  );
}
