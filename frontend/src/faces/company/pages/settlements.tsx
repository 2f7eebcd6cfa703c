/** Settlements: each run's sum of confirmed trades, with what is still to come. */
import { Stack, Text } from "@mantine/core";
import { PayoutBadge, type Settlement, useBalance, useSettlements } from "@/features/settlement";
import { useLocale, useT } from "@/i18n/provider";
import { formatDay } from "@/lib/dates";
import { AnchorLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { BalanceStats } from "../parts/balance";

export function SettlementsPage() {
  const t = useT("company").settlements;
  const { locale } = useLocale();
  const list = useList();
  const settlements = useSettlements(list.query);
  const columns: Column<Settlement>[] = [
    {
      key: "number",
      head: t.number,
      card: "title",
      cell: (row) => (
        <AnchorLink to="/company/settlements/$id" params={{ id: row.id }} fw={600} className="figures">
          {row.number}
        </AnchorLink>
      ),
    },
    { key: "on", head: t.on, cell: (row) => <span className="figures">{formatDay(row.settled_on, locale)}</span> },
    { key: "trades", head: t.trades, align: "end", cell: (row) => t.tradeCount(row.trades) },
    { key: "sales", head: t.sales, align: "end", cell: (row) => <Money value={row.sales} /> },
    { key: "supply", head: t.supply, align: "end", cell: (row) => <Money value={row.supply} /> },
    { key: "fee", head: t.fee, align: "end", cell: (row) => <Money value={row.fee} /> },
    { key: "net", head: t.net, align: "end", cell: (row) => <Money value={row.net} fw={700} /> },
    { key: "payout", head: t.payout, cell: (row) => (row.payout === undefined ? <Text size="sm" c="dimmed">{t.payoutLater}</Text> : <PayoutBadge state={row.payout.state} />) },
  ];
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <Stack gap="lg">
        <BalanceStats query={useBalance()} />
        <DataList
          label={t.title}
          list={list}
          query={settlements}
          rowKey={(row) => row.id}
          columns={columns}
          empty={{ title: t.none, body: t.noneBody }}
        />
      </Stack>
    </>
  );
}
