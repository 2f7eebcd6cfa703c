/** The orders of the own shop. Each splits into one trade per supplier. */
import { Group } from "@mantine/core";
import { OrderBadge, type OrderRow, useOrders } from "@/features/sales";
import { useT } from "@/i18n/provider";
import { AnchorLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { StateBadge } from "@/ui/StateBadge";
import { When } from "@/ui/When";
import { PeriodFilter } from "@/ui/workspace/PeriodFilter";

export function OrdersPage() {
  const t = useT("company").orders;
  const list = useList();
  const orders = useOrders(list.query);
  const columns: Column<OrderRow>[] = [
    {
      key: "number",
      head: t.number,
      card: "title",
      cell: (row) => (
        <AnchorLink to="/company/orders/$id" params={{ id: row.id }} fw={600} className="figures">
          {row.number}
        </AnchorLink>
      ),
    },
    { key: "state", head: t.state, cell: (row) => <OrderBadge state={row.state} /> },
    { key: "buyer", head: t.buyer, cell: (row) => row.buyer_name },
    {
      key: "parts",
      head: t.trades,
      cell: ({ parts }) =>
        parts.every(({ state }) => state === undefined) ? null : (
          <Group gap={4}>
            {parts.map(({ trade_id, state }) =>
              state === undefined ? null : (
                <AnchorLink key={trade_id} to="/company/trades/$id" params={{ id: trade_id }} c="inherit">
                  <StateBadge state={state} />
                </AnchorLink>
              ),
            )}
          </Group>
        ),
    },
    { key: "lines", head: t.lines, align: "end", cell: (row) => t.lineCount(row.lines) },
    { key: "total", head: t.total, align: "end", cell: (row) => <Money value={row.total} fw={600} /> },
    { key: "placed", head: t.placed, cell: (row) => <When at={row.placed_at} c="dimmed" /> },
  ];
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <PeriodFilter />
      <DataList
        label={t.title}
        list={list}
        query={orders}
        rowKey={(row) => row.id}
        columns={columns}
        filters={[
          { kind: "search", name: "q", label: t.search },
          {
            kind: "select",
            name: "state",
            label: t.state,
            options: Object.entries(t.states).map(([value, label]) => ({ value, label })),
          },
        ]}
        empty={{ title: t.none, body: t.noneBody }}
      />
    </>
  );
}
