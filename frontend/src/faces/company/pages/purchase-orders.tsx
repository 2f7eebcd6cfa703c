/** Purchase orders, given to suppliers and received from sellers: the company's own copies. */
import { Tabs, Text } from "@mantine/core";
import { type PurchaseOrderRow, usePurchaseOrders } from "@/features/books";
import { useT } from "@/i18n/provider";
import { sumMoney } from "@/lib/money";
import { AnchorLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { StateBadge } from "@/ui/StateBadge";
import { When } from "@/ui/When";
import { directionQuery } from "../model/tabs";

export function PurchaseOrdersPage() {
  const t = useT("company").purchaseOrders;
  const common = useT("common");
  const list = useList();
  const tab = list.tab ?? "received";
  const orders = usePurchaseOrders(directionQuery(list.query, tab));
  const columns: Column<PurchaseOrderRow>[] = [
    {
      key: "number",
      head: t.number,
      card: "title",
      cell: (row) => (
        <>
          <AnchorLink to="/company/purchase-orders/$id" params={{ id: row.id }} search={{ direction: row.direction }} fw={600} className="figures">
            {row.number}
          </AnchorLink>
          <Text size="xs" c="dimmed">
            {row.first_line !== undefined && t.summary(row.first_line, row.line_count)}
          </Text>
        </>
      ),
    },
    { key: "with", head: tab === "given" ? common.actor.supplier : common.actor.seller, cell: (row) => row.counterparty.name },
    { key: "state", head: t.state, cell: (row) => <StateBadge state={row.state} /> },
    {
      key: "amount",
      head: t.amount,
      align: "end",
      cell: (row) => <Money value={sumMoney([row.supply, row.delivery], row.supply.currency)} fw={600} />,
    },
    { key: "issued", head: t.issued, cell: (row) => <When at={row.issued_at} c="dimmed" /> },
    {
      key: "trade",
      head: common.trade.one,
      cell: (row) => (
        <AnchorLink to="/company/trades/$id" params={{ id: row.trade_id }} aria-label={`${row.number} ${t.toTrade}`}>
          {t.toTrade}
        </AnchorLink>
      ),
    },
  ];
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <Tabs value={tab} onChange={(value) => list.setTab(value ?? "received")} mb="md">
        <Tabs.List>
          <Tabs.Tab value="received">{t.tabs.received}</Tabs.Tab>
          <Tabs.Tab value="given">{t.tabs.given}</Tabs.Tab>
        </Tabs.List>
      </Tabs>
      <DataList
        label={t.title}
        list={list}
        query={orders}
        rowKey={(row) => `${row.id}-${row.direction}`}
        columns={columns}
        filters={[
          { kind: "search", name: "q", label: t.search },
          {
            kind: "select",
            name: "state",
            label: t.state,
            options: Object.entries(common.tradeState)
              .filter(([state]) => state !== "paid" && state !== "po_requested")
              .map(([value, label]) => ({ value, label })),
          },
        ]}
        empty={{ title: t.none, body: tab === "given" ? t.noneGiven : t.noneReceived }}
      />
    </>
  );
}
