/** VAT charged and paid, posted by itself, and what is left to pay for a period. */
import { Stack, Text } from "@mantine/core";
import { type TaxEntry, type TaxSummary, useTaxEntries, useTaxSummary } from "@/features/books";
import { useLocale, useT } from "@/i18n/provider";
import { formatDay } from "@/lib/dates";
import { formatBusinessNumber } from "@/lib/korea";
import { AnchorLink } from "@/ui/links";
import { type Column, DataList, PlainList, useList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { Panel } from "@/ui/Panel";
import { Stat, StatGrid } from "@/ui/Stat";
import { Badge } from "@/ui/StateBadge";
import { Loaded } from "@/ui/states";
import { PeriodFilter } from "@/ui/workspace/PeriodFilter";
import { ExportButton } from "@/ui/ExportButton";
import { usePeriod } from "../parts/use-period";

export function TaxPage() {
  const t = useT("company").tax;
  const common = useT("common");
  const { locale } = useLocale();
  const list = useList();
  const period = usePeriod();
  const entries = useTaxEntries({ ...list.query, ...period });
  const columns: Column<TaxEntry>[] = [
    { key: "on", head: t.on, card: "title", cell: (row) => <span className="figures">{formatDay(row.written_on, locale)}</span> },
    {
      key: "direction",
      head: t.direction,
      cell: (row) => <Badge tone={row.direction === "output" ? "brand" : "neutral"}>{t.directions[row.direction]}</Badge>,
    },
    { key: "subject", head: t.subject, cell: (row) => `${t.subjects[row.subject]} · ${common.trade.taxClass[row.tax_class]}` },
    {
      key: "with",
      head: t.counterparty,
      cell: (row) => (
        <>
          {row.counterparty}
          <Text size="xs" c="dimmed" className="figures">
            {row.counterparty_number !== undefined && formatBusinessNumber(row.counterparty_number)}
          </Text>
        </>
      ),
    },
    { key: "value", head: t.supplyValue, align: "end", cell: (row) => <Money value={row.supply_value} /> },
    { key: "vat", head: t.vat, align: "end", cell: (row) => <Money value={row.vat} fw={600} /> },
    { key: "gross", head: t.gross, align: "end", cell: (row) => <Money value={row.gross} /> },
    {
      key: "trade",
      head: common.trade.one,
      cell: (row) => (
        <AnchorLink to="/company/trades/$id" params={{ id: row.trade_id }} aria-label={`${t.subjects[row.subject]} ${t.toTrade}`}>
          {t.toTrade}
        </AnchorLink>
      ),
    },
  ];
  const file = new URLSearchParams({ ...period, ...(list.filters.direction === undefined ? {} : { direction: list.filters.direction }) });
  return (
    <>
      <PageHeader
        title={t.title}
        intro={t.intro}
        actions={<ExportButton path={`/api/v1/company/tax-entries/entries.csv?${file}`} name={`vat-${period.from}-${period.to}.csv`} label={t.file} />}
      />
      <PeriodFilter fallback={period} />
      <Stack gap="lg">
        <Loaded query={useTaxSummary(period)}>{(summary) => <VatSummary summary={summary} />}</Loaded>
        <DataList
          label={t.entries}
          list={list}
          query={entries}
          rowKey={(row) => row.id}
          columns={columns}
          filters={[
            {
              kind: "select",
              name: "direction",
              label: t.direction,
              options: Object.entries(t.directions).map(([value, label]) => ({ value, label })),
            },
          ]}
          empty={{ title: t.none, body: t.noneBody }}
        />
      </Stack>
    </>
  );
}

function VatSummary({ summary }: { summary: TaxSummary }) {
  const t = useT("company").tax;
  const classes = useT("common").trade.taxClass;
  const rows = (["taxable", "zero_rated", "exempt"] as const).map((name) => ({
    name,
    output: summary.output[name],
    input: summary.input[name],
  }));
  return (
    <Stack>
      <StatGrid columns={3}>
        <Stat label={t.outputVat} value={<Money value={summary.output.total.vat} />} note={t.count(summary.output.total.count)} />
        <Stat label={t.inputVat} value={<Money value={summary.input.total.vat} />} note={t.count(summary.input.total.count)} />
        <Stat label={t.payable} value={<Money value={summary.payable} />} note={summary.payable.minor < 0 ? t.refundable : t.payableNote} />
      </StatGrid>
      <Panel title={t.byClass}>
        <PlainList
          label={t.byClass}
          rows={rows}
          rowKey={(row) => row.name}
          columns={[
            { key: "class", head: t.taxClass, card: "title", cell: (row) => <strong>{classes[row.name]}</strong> },
            { key: "ov", head: `${t.directions.output} ${t.supplyValue}`, align: "end", cell: (row) => <Money value={row.output.supply_value} /> },
            { key: "ot", head: t.outputVat, align: "end", cell: (row) => <Money value={row.output.vat} fw={600} /> },
            { key: "iv", head: `${t.directions.input} ${t.supplyValue}`, align: "end", cell: (row) => <Money value={row.input.supply_value} /> },
            { key: "it", head: t.inputVat, align: "end", cell: (row) => <Money value={row.input.vat} fw={600} /> },
          ]}
        />
      </Panel>
    </Stack>
  );
}
