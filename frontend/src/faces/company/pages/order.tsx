/** One order of the own shop with its trades. */
import { Stack, Text } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { type CompanyOrder, OrderBadge, useOrder } from "@/features/sales";
import { usePick } from "@/i18n/pick";
import { useT } from "@/i18n/provider";
import { Facts } from "@/ui/Facts";
import { ButtonLink } from "@/ui/links";
import { type Column, PlainList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { Panel } from "@/ui/Panel";
import { Badge, StateBadge } from "@/ui/StateBadge";
import { Loaded } from "@/ui/states";
import { When } from "@/ui/When";
import classes from "./trade.module.css";

type Line = CompanyOrder["parts"][number]["lines"][number];

export function OrderPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  return <Loaded query={useOrder(id)}>{(order) => <OrderCase order={order} />}</Loaded>;
}

function OrderCase({ order }: { order: CompanyOrder }) {
  const t = useT("company").orders;
  const common = useT("common");
  const say = usePick();
  const to = order.ship_to;
  const columns: Column<Line>[] = [
    {
      key: "title",
      head: common.trade.lines.item,
      card: "title",
      cell: (line) => (
        <Text fw={600} td={line.cancelled ? "line-through" : undefined} component="div">
          {say(line.title, line.title_en)} · {line.variant_name} {line.cancelled ? <Badge tone="danger">{common.trade.lines.cancelled}</Badge> : null}
        </Text>
      ),
    },
    { key: "quantity", head: common.trade.lines.quantity, align: "end", cell: (line) => line.quantity.toLocaleString() },
    { key: "price", head: common.trade.lines.unitPrice, align: "end", cell: (line) => <Money value={line.unit_price} /> },
    { key: "amount", head: common.trade.lines.goods, align: "end", cell: (line) => <Money value={line.amount} fw={600} /> },
  ];
  return (
    <>
      <PageHeader
        title={order.number}
        badge={<OrderBadge state={order.state} />}
        crumbs={[{ label: t.title, to: "/company/orders" }]}
        intro={<When at={order.placed_at} />}
      />
      <div className={classes.columns}>
        <Stack className={classes.main}>
          {order.parts.map((part) => (
            <Panel
              key={part.trade_id}
              title={t.partOf(part.supplier.name)}
              action={
                part.state === undefined ? undefined : (
                  <>
                    <StateBadge state={part.state} />
                    <ButtonLink to="/company/trades/$id" params={{ id: part.trade_id }} size="xs" variant="default">
                      {t.toTrade}
                    </ButtonLink>
                  </>
                )
              }
            >
              <PlainList label={t.partOf(part.supplier.name)} rows={part.lines} rowKey={(line) => line.id} columns={columns} />
            </Panel>
          ))}
        </Stack>
        <Stack className={classes.side}>
          <Panel title={t.payment}>
            <Facts
              align="end"
              facts={[
                { label: common.trade.money.goods, value: <Money value={order.goods} /> },
                { label: common.trade.money.delivery, value: <Money value={order.delivery} /> },
                { label: t.vat, value: <Money value={order.vat_included} /> },
                { label: common.trade.money.refunded, value: order.refunded.minor === 0 ? undefined : <Money value={order.refunded} /> },
                { label: t.total, value: <Money value={order.total} />, total: true },
              ]}
            />
          </Panel>
          <Panel title={t.buyer}>
            <Facts
              facts={[
                { label: t.name, value: order.buyer.name },
                { label: t.phone, value: order.buyer.phone },
                { label: t.email, value: order.buyer.email },
                {
                  label: common.trade.shipTo,
                  value: (
                    <>
                      {to.name} · {to.phone}
                      <br />({to.postcode}) {to.address1} {to.address2}
                    </>
                  ),
                },
                { label: common.trade.note, value: to.note },
                { label: common.trade.paidAt, value: order.paid_at && <When at={order.paid_at} /> },
              ]}
            />
          </Panel>
        </Stack>
      </div>
    </>
  );
}
