/** One trade: where it stands, whose turn it is, what happens to the money, and everything that happened. */
import { Group, Stack, Text } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { useRef } from "react";
import { useUses } from "@/api/permission";
import {
  CompanyActions,
  DeliveryForm,
  DeliveryPaper,
  documentPath,
  Findings,
  PurchaseOrderPaper,
  type Trade,
  TradeClaims,
  TradeLines,
  TradeMoney,
  TradeParties,
  TradePath,
  TradeTimeline,
  useTrade,
} from "@/features/trade";
import { useT } from "@/i18n/provider";
import { AnchorLink } from "@/ui/links";
import { PageHeader } from "@/ui/PageHeader";
import { Panel } from "@/ui/Panel";
import { Badge, StateBadge } from "@/ui/StateBadge";
import { Loaded } from "@/ui/states";
import { Deadline } from "@/ui/When";
import classes from "./trade.module.css";

export function TradePage() {
  const { id } = useParams({ strict: false }) as { id: string };
  return <Loaded query={useTrade(id)}>{(trade) => <TradeCase trade={trade} />}</Loaded>;
}

function TradeCase({ trade }: { trade: Trade }) {
  const t = useT("company").trades;
  const common = useT("common");
  const delivery = useRef<HTMLDivElement>(null);
  const files = trade.allowed_actions.includes("file_delivery");
  const asSeller = trade.my_roles.includes("seller");
  const hasShop = useUses()("shop");

  const toDelivery = () => {
    delivery.current?.scrollIntoView({ behavior: "smooth", block: "start" });
    delivery.current?.querySelector("input")?.focus({ preventScroll: true });
  };
  return (
    <>
      <PageHeader
        title={trade.summary}
        badge={<StateBadge state={trade.state} />}
        crumbs={[{ label: t.title, to: "/company/trades" }]}
        intro={
          <>
            <span className="figures">{trade.number}</span> ·{" "}
            {asSeller && hasShop ? (
              <AnchorLink to="/company/orders/$id" params={{ id: trade.order_id }} underline="always">
                {t.orderNumber(trade.order_number)}
              </AnchorLink>
            ) : (
              t.orderNumber(trade.order_number)
            )}{" "}
            · {trade.my_roles.map((role) => common.actor[role]).join(", ")}
          </>
        }
        actions={<CompanyActions trade={trade} onFileDelivery={toDelivery} />}
      />
      <TradePath state={trade.state} />
      <Turn trade={trade} />
      <div className={classes.columns}>
        <Stack gap="md" className={classes.main}>
          {trade.hold !== undefined && (
            <Panel title={common.trade.hold.title} tone="caution">
              <Text size="sm">{common.trade.hold.body}</Text>
              <Findings findings={trade.hold.findings} lines={trade.lines} currency={trade.delivery.currency} />
            </Panel>
          )}
          {files && (
            <div ref={delivery} className={classes.anchor}>
              <Panel title={t.delivery.title}>
                <DeliveryForm key={trade.version} trade={trade} />
              </Panel>
            </div>
          )}
          <Panel title={common.trade.lines.title}>
            <TradeLines lines={trade.lines} />
          </Panel>
          {trade.delivery_confirmation !== undefined && (
            <Panel
              title={common.trade.delivery.title}
              action={trade.delivery_confirmation.approved_at !== undefined && <Badge tone="positive">{t.approved}</Badge>}
            >
              <DeliveryPaper trade={trade} documentPath={documentPath(trade.id)} />
            </Panel>
          )}
          {trade.claims.length > 0 && (
            <Panel title={common.trade.claims.title}>
              <TradeClaims claims={trade.claims} />
            </Panel>
          )}
        </Stack>
        <Stack gap="md" className={classes.side}>
          <Panel title={common.trade.money.title}>
            <TradeMoney trade={trade} />
          </Panel>
          <Panel title={common.trade.parties}>
            <TradeParties trade={trade} />
          </Panel>
          <Panel title={common.trade.purchaseOrder.title}>
            <PurchaseOrderPaper trade={trade} />
          </Panel>
          <Panel title={common.trade.timeline}>
            <TradeTimeline steps={trade.timeline} />
          </Panel>
        </Stack>
      </div>
    </>
  );
}

/** Whose turn it is and until when. */
function Turn({ trade }: { trade: Trade }) {
  const t = useT("company").trades;
  const common = useT("common");
  if (trade.due_by === undefined || trade.due_at === undefined) return null;
  const mine = (trade.my_roles as string[]).includes(trade.due_by);
  return (
    <Group gap="xs" mb="md" className={mine ? classes.mine : classes.theirs}>
      <Text size="sm" fw={600}>
        {mine ? t.myTurn : t.turnOf(common.actor[trade.due_by])}
      </Text>
      <Text size="sm">
        {common.queue.until} <Deadline at={trade.due_at} />
      </Text>
    </Group>
  );
}
