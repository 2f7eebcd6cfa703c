/** One purchase order, as the company keeps it. */
import { Stack } from "@mantine/core";
import { useParams, useSearch } from "@tanstack/react-router";
import { usePurchaseOrder } from "@/features/books";
import { useLocale, useT } from "@/i18n/provider";
import { formatDay } from "@/lib/dates";
import { sumMoney } from "@/lib/money";
import { Facts } from "@/ui/Facts";
import { ButtonLink } from "@/ui/links";
import { PlainList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { Panel } from "@/ui/Panel";
import { StateBadge } from "@/ui/StateBadge";
import { Loaded } from "@/ui/states";
import { When } from "@/ui/When";

export function PurchaseOrderPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { direction } = useSearch({ strict: false }) as { direction?: "given" | "received" };
  const t = useT("company").purchaseOrders;
  const common = useT("common");
  const lines = common.trade.lines;
  const { locale } = useLocale();
  return (
    <Loaded query={usePurchaseOrder(id, direction)}>
      {(order) => (
        <>
          <PageHeader
            title={order.number}
            badge={<StateBadge state={order.state} />}
            intro={t.tabs[order.direction]}
            crumbs={[{ label: t.title, to: "/company/purchase-orders" }]}
            actions={
              <ButtonLink to="/company/trades/$id" params={{ id: order.trade_id }} variant="default">
                {t.toTrade}
              </ButtonLink>
            }
          />
          <Stack>
            <Panel title={t.about}>
              <Facts
                facts={[
                  { label: order.direction === "given" ? common.actor.supplier : common.actor.seller, value: order.counterparty.name },
                  { label: common.trade.contractLabel, value: common.trade.contract[order.contract] },
                  { label: t.orderedOn, value: formatDay(order.ordered_on, locale) },
                  { label: t.issued, value: <When at={order.issued_at} /> },
                  { label: t.delivered, value: order.delivered_at && <When at={order.delivered_at} /> },
                ]}
              />
            </Panel>
            <Panel title={lines.title}>
              <PlainList
                label={lines.title}
                rows={order.lines}
                rowKey={(line) => line.id}
                columns={[
                  {
                    key: "name",
                    head: lines.item,
                    card: "title",
                    cell: (line) => (
                      <>
                        <strong>
                          {line.name} · {line.variant_name}
                        </strong>
                        <br />
                        <span>
                          {line.sku} · {common.trade.taxClass[line.tax_class]}
                        </span>
                      </>
                    ),
                  },
                  { key: "quantity", head: lines.quantity, align: "end", cell: (line) => lines.count(line.quantity, line.unit) },
                  {
                    key: "delivered",
                    head: lines.delivered,
                    align: "end",
                    cell: (line) => (line.delivered === undefined ? "–" : lines.count(line.delivered, line.unit)),
                  },
                  { key: "unit", head: lines.unitSupply, align: "end", cell: (line) => <Money value={line.unit_supply} /> },
                  { key: "supply", head: lines.supply, align: "end", cell: (line) => <Money value={line.supply} fw={600} /> },
                ]}
              />
              <div style={{ maxWidth: "20rem", marginInlineStart: "auto", marginTop: "1rem" }}>
                <Facts
                  align="end"
                  facts={[
                    { label: lines.supply, value: <Money value={order.supply} /> },
                    { label: common.trade.money.delivery, value: <Money value={order.delivery} /> },
                    { label: t.amount, value: <Money value={sumMoney([order.supply, order.delivery], order.supply.currency)} />, total: true },
                  ]}
                />
              </div>
            </Panel>
          </Stack>
        </>
      )}
    </Loaded>
  );
}
