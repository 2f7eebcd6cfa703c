/** One settlement: what it sums, trade by trade, what was carried over, and where its money went. */
import { SimpleGrid, Stack, Text } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import {
  NettingFacts,
  PayoutBadge,
  type SettledTrade,
  type SettlementReport,
  SettlementSumFacts,
  useSettlement,
  useSettlementLines,
} from "@/features/payout";
import { useLocale, useT } from "@/i18n/provider";
import { formatDay } from "@/lib/dates";
import { AnchorLink, ButtonLink } from "@/ui/links";
import { type Column, DataList, PlainList, useList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { Panel } from "@/ui/Panel";
import { Badge } from "@/ui/StateBadge";
import { Loaded } from "@/ui/states";
import { When } from "@/ui/When";

export function SettlementPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  return <Loaded query={useSettlement(id)}>{(settlement) => <Report settlement={settlement} />}</Loaded>;
}

function Report({ settlement }: { settlement: SettlementReport }) {
  const t = useT("operator").settlements;
  const { locale } = useLocale();
  const { company } = settlement;
  return (
    <>
      <PageHeader
        title={settlement.number}
        badge={<Badge tone={settlement.adds_up ? "positive" : "danger"}>{settlement.adds_up ? t.addsUp : t.differs}</Badge>}
        intro={
          <>
            <AnchorLink to="/operator/companies/$id" params={{ id: company.id }} underline="always">
              {company.name}
            </AnchorLink>{" "}
            · {formatDay(settlement.settled_on, locale)} · {t.tradesCount(settlement.trades)}
          </>
        }
        crumbs={[{ label: t.title, to: "/operator/settlements" }]}
        actions={
          <ButtonLink
            to="/operator/ledger/transfers"
            search={{ account: `payable:${company.id}:${settlement.net.currency}` }}
            variant="default"
          >
            {t.ledger}
          </ButtonLink>
        }
      />
      <Stack>
        {!settlement.adds_up && (
          <Panel title={t.differs} tone="danger">
            <Text size="sm">{t.differsBody}</Text>
          </Panel>
        )}
        <SimpleGrid cols={{ base: 1, md: 2 }} style={{ alignItems: "start" }}>
          <Panel title={t.sums}>
            <SettlementSumFacts sums={settlement.sums} />
            <Text size="sm" c="dimmed" mt="sm">
              {t.how}
            </Text>
          </Panel>
          <Panel title={t.netting}>
            <NettingFacts netting={settlement.netting} />
            <Text size="sm" c="dimmed" mt="sm">
              {settlement.netting.due.minor < 0 ? t.netted : t.nettingMeans}
            </Text>
          </Panel>
        </SimpleGrid>
        <Panel title={t.payouts}>
          <Payouts settlement={settlement} />
        </Panel>
        <Panel title={t.trades}>
          <Trades id={settlement.id} />
        </Panel>
      </Stack>
    </>
  );
}

function Payouts({ settlement: { company, netting, payouts } }: { settlement: SettlementReport }) {
  const t = useT("operator").settlements;
  const words = useT("operator").payouts;
  if (payouts.length === 0) return <Text size="sm">{netting.due.minor > 0 ? t.payoutWaits : t.payoutNone}</Text>;
  return (
    <PlainList
      label={t.payouts}
      rows={payouts}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "number",
          head: t.payout,
          card: "title",
          cell: (row) => (
            <AnchorLink to="/operator/payouts" search={{ tab: row.state, company_id: company.id }} className="figures">
              {row.number}
            </AnchorLink>
          ),
        },
        {
          key: "state",
          head: words.state,
          cell: (row) => (
            <>
              <PayoutBadge state={row.state} />
              {row.return_reason !== undefined && (
                <Text size="xs" c="var(--tone-danger-fg)">
                  {row.return_reason}
                </Text>
              )}
            </>
          ),
        },
        { key: "at", head: words.created, cell: (row) => <When at={row.ended_at ?? row.sent_at ?? row.created_at} c="dimmed" /> },
        { key: "amount", head: words.amount, align: "end", cell: (row) => <Money value={row.amount} fw={600} /> },
      ]}
    />
  );
}

function Trades({ id }: { id: string }) {
  const t = useT("operator").settlements;
  const common = useT("common");
  const list = useList({ limit: 50 });
  const amount = (value: SettledTrade["net"] | undefined) => (value === undefined ? "–" : <Money value={value} />);
  const columns: Column<SettledTrade>[] = [
    {
      key: "trade",
      head: common.trade.one,
      card: "title",
      cell: (line) => (
        <>
          <AnchorLink to="/operator/trades/$id" params={{ id: line.trade_id }} fw={600} className="figures">
            {line.trade_number}
          </AnchorLink>
          <Text size="xs" c="dimmed">
            {common.actor[line.role]} · {line.other.name}
          </Text>
        </>
      ),
    },
    { key: "confirmed", head: common.trade.confirmedAt, cell: (line) => <When at={line.confirmed_at} c="dimmed" /> },
    { key: "goods", head: t.goods, align: "end", cell: (line) => amount(line.goods) },
    { key: "supply", head: t.supplyPrice, align: "end", cell: (line) => amount(line.supply) },
    { key: "fee", head: t.fee, align: "end", cell: (line) => amount(line.fee) },
    { key: "vat", head: t.feeVat, align: "end", cell: (line) => amount(line.fee_vat) },
    { key: "margin", head: t.margin, align: "end", cell: (line) => amount(line.margin) },
    { key: "delivery", head: t.delivery, align: "end", cell: (line) => amount(line.delivery) },
    { key: "net", head: t.net, align: "end", cell: (line) => <Money value={line.net} fw={600} /> },
  ];
  return (
    <DataList
      label={t.trades}
      list={list}
      query={useSettlementLines(id, list.query)}
      rowKey={(line) => `${line.trade_id}-${line.role}`}
      columns={columns}
      cardsBelow="62em"
    />
  );
}
