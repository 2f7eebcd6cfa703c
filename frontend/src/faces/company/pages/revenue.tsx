/** Sales and revenue, posted by themselves from confirmed trades: sums, a chart, and each entry with its trade. */
import { Stack, Tabs, Text } from "@mantine/core";
import { type RevenueEntry, useRevenue, useRevenueSummary } from "@/features/books";
import { useLocale, useT } from "@/i18n/provider";
import { formatDay } from "@/lib/dates";
import { AnchorLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { Panel } from "@/ui/Panel";
import { Stat, StatGrid } from "@/ui/Stat";
import { EmptyState, Loaded } from "@/ui/states";
import { PeriodFilter } from "@/ui/workspace/PeriodFilter";
import { SalesChart } from "@/ui/workspace/SalesChart";
import { monthName, turnover } from "../model/books";
import { without } from "../model/tabs";
import { ExportButton } from "@/ui/ExportButton";
import { usePeriod } from "../parts/use-period";

export function RevenuePage() {
  const t = useT("company").revenue;
  const list = useList();
  const period = usePeriod();
  const by = list.filters.by === "month" ? "month" : "day";
  const entries = useRevenue({ ...without(list.query, "by"), ...period });
  const { locale } = useLocale();

  const columns: Column<RevenueEntry>[] = [
    { key: "on", head: t.on, card: "title", cell: (row) => <span className="figures">{formatDay(row.posted_on, locale)}</span> },
    {
      key: "kind",
      head: t.kind,
      cell: (row) => (
        <>
          {t.kinds[row.kind]}
          <Text size="xs" c="dimmed">
            {t.basis[row.basis]}
          </Text>
        </>
      ),
    },
    { key: "with", head: t.counterparty, cell: (row) => row.counterparty },
    { key: "value", head: t.supplyValue, align: "end", cell: (row) => <Money value={row.supply_value} /> },
    { key: "vat", head: t.vat, align: "end", cell: (row) => <Money value={row.vat} /> },
    { key: "gross", head: t.gross, align: "end", cell: (row) => <Money value={row.gross} fw={600} /> },
    {
      key: "trade",
      head: t.trade,
      cell: (row) => (
        <AnchorLink to="/company/trades/$id" params={{ id: row.trade_id }} aria-label={`${t.kinds[row.kind]} ${t.toTrade}`}>
          {t.toTrade}
        </AnchorLink>
      ),
    },
  ];
  const file = new URLSearchParams({ ...period, ...(list.filters.kind === undefined ? {} : { kind: list.filters.kind }) });
  return (
    <>
      <PageHeader
        title={t.title}
        intro={t.intro}
        actions={<ExportButton path={`/api/v1/company/revenue/entries.csv?${file}`} name={`revenue-${period.from}-${period.to}.csv`} label={t.file} />}
      />
      <PeriodFilter fallback={period} />
      <Stack gap="lg">
        <Summary period={period} by={by} onBy={(value) => list.setFilter("by", value === "month" ? value : undefined)} />
        <DataList
          label={t.entries}
          list={list}
          query={entries}
          rowKey={(row) => row.id}
          columns={columns}
          filters={[
            {
              kind: "select",
              name: "kind",
              label: t.kind,
              options: Object.entries(t.kinds).map(([value, label]) => ({ value, label })),
            },
          ]}
          empty={{ title: t.none, body: t.noneBody }}
        />
      </Stack>
    </>
  );
}

interface SummaryProps {
  period: { from: string; to: string };
  by: "day" | "month";
  onBy: (by: string) => void;
}

function Summary({ period, by, onBy }: SummaryProps) {
  const t = useT("company").revenue;
  const { locale } = useLocale();
  const summary = useRevenueSummary(period, by);
  return (
    <Loaded query={summary}>
      {({ rows, total }) => (
        <Stack>
          <StatGrid columns={4}>
            <Stat label={t.turnover} value={<Money value={turnover(total)} />} note={t.trades(total.count)} />
            <Stat label={t.cost} value={<Money value={total.cost} />} />
            <Stat label={t.fee} value={<Money value={total.fee} />} />
            <Stat label={t.net} value={<Money value={total.net} />} note={t.netNote} />
          </StatGrid>
          <Panel
            title={t.chart}
            action={
              <Tabs value={by} onChange={(value) => onBy(value ?? "day")} variant="pills">
                <Tabs.List>
                  <Tabs.Tab value="day">{t.byDay}</Tabs.Tab>
                  <Tabs.Tab value="month">{t.byMonth}</Tabs.Tab>
                </Tabs.List>
              </Tabs>
            }
          >
            {rows.length === 0 ? (
              <EmptyState title={t.none} />
            ) : (
              <SalesChart
                label={t.turnover}
                currency={total.net.currency}
                days={rows.flatMap((row) => (row.on === undefined ? [] : [{ day: row.on, amount: turnover(row) }]))}
                {...(by === "month" && { nameStep: (day: string) => monthName(day, locale) })}
              />
            )}
          </Panel>
        </Stack>
      )}
    </Loaded>
  );
}
