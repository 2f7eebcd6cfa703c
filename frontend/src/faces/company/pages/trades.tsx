/** The trades of the company: those of its shop, those that it supplies, and those that wait for it. */
import { Tabs, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { BulkSteps, type TradeRow, useTrades } from "@/features/trade";
import { useT } from "@/i18n/provider";
import { AnchorLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { Badge, StateBadge } from "@/ui/StateBadge";
import { Deadline, When } from "@/ui/When";
import { tradesQuery } from "../model/tabs";

const TABS = ["mine", "all", "seller", "supplier"] as const;

export function TradesPage() {
  const t = useT("company").trades;
  const common = useT("common");
  const list = useList({ defaultSort: "-updated_at" });
  const tab = list.tab ?? "mine";
  const trades = useTrades(tradesQuery(list.query, tab));
  const [ticked, tick] = useState<ReadonlySet<string>>(new Set());
  const shown = trades.data?.items;
  // What is ticked and no longer shown is not worked on unseen.
  const rows = useMemo(() => (shown ?? []).filter((row) => ticked.has(row.id)), [shown, ticked]);

  const columns: Column<TradeRow>[] = [
    {
      key: "number",
      head: common.trade.one,
      card: "title",
      cell: (row) => (
        <>
          <AnchorLink to="/company/trades/$id" params={{ id: row.id }} fw={600}>
            {row.summary}
          </AnchorLink>
          <Text size="xs" c="dimmed" className="figures">
            {row.number} · {t.orderNumber(row.order_number)}
          </Text>
        </>
      ),
    },
    {
      key: "state",
      head: t.state,
      cell: (row) => (
        <>
          <StateBadge state={row.state} /> {row.hold && <Badge tone="danger">{t.held}</Badge>}
        </>
      ),
    },
    {
      key: "with",
      head: t.counterparty,
      cell: (row) => {
        const other = row.role === "supplier" ? row.seller : row.supplier;
        return row.seller.id === row.supplier.id ? (
          <Text size="sm" c="dimmed">
            {t.own}
          </Text>
        ) : (
          <>
            {other.name}
            <Text size="xs" c="dimmed">
              {row.role === "supplier" ? common.actor.seller : common.actor.supplier}
            </Text>
          </>
        );
      },
    },
    { key: "amount", head: t.amount, align: "end", cell: (row) => <Money value={row.amount} fw={600} /> },
    {
      key: "due",
      head: t.due,
      cell: (row) =>
        row.due_at === undefined ? null : (
          <>
            <Deadline at={row.due_at} />
            {row.due_by !== undefined && (
              <Text size="xs" c="dimmed">
                {common.actor[row.due_by]}
              </Text>
            )}
          </>
        ),
    },
    { key: "updated", head: t.updated, cell: (row) => <When at={row.updated_at} c="dimmed" /> },
  ];

  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <Tabs value={tab} onChange={(value) => list.setTab(value ?? "mine")} mb="md">
        <Tabs.List>
          {TABS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t.tabs[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <DataList
        label={t.title}
        list={list}
        query={trades}
        rowKey={(row) => row.id}
        rowName={(row) => row.number}
        columns={columns}
        filters={[
          { kind: "search", name: "q", label: t.search },
          {
            kind: "select",
            name: "state",
            label: t.state,
            options: Object.entries(common.tradeState).map(([value, label]) => ({ value, label })),
          },
        ]}
        orders={[
          { value: "-updated_at", label: t.sort.updated },
          { value: "-paid_at", label: t.sort.newest },
          { value: "paid_at", label: t.sort.oldest },
          { value: "due_at", label: t.sort.due },
        ]}
        selection={{ ids: ticked, set: tick }}
        bulk={<BulkSteps rows={rows} onDone={() => tick(new Set())} />}
        empty={tab === "mine" ? { title: t.emptyMine, body: t.emptyMineBody } : { title: t.empty, body: t.emptyBody }}
      />
    </>
  );
}
