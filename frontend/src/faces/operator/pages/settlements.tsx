/** What each run settled for each company; the run itself, by hand. */
import { Button, Group, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useOperatorMay } from "@/api/permission";
import { PayoutBadge, RunSettlement, type Settlement, useSettlements } from "@/features/payout";
import { useLocale, useT } from "@/i18n/provider";
import { formatDay } from "@/lib/dates";
import { AnchorLink, ButtonLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";

export function SettlementsPage() {
  const t = useT("operator").settlements;
  const { locale } = useLocale();
  const may = useOperatorMay();
  const navigate = useNavigate();
  const list = useList();
  const settlements = useSettlements(list.query);
  const ofCompany = list.filters.company_id !== undefined;
  const columns: Column<Settlement>[] = [
    {
      key: "company",
      head: t.company,
      card: "title",
      cell: (row) => (
        <>
          {row.company !== undefined && (
            <AnchorLink to="/operator/companies/$id" params={{ id: row.company.id }} fw={600}>
              {row.company.name}
            </AnchorLink>
          )}
          <Text size="xs" c="dimmed" className="figures">
            <AnchorLink to="/operator/settlements/$id" params={{ id: row.id }}>
              {row.number}
            </AnchorLink>
          </Text>
        </>
      ),
    },
    { key: "on", head: t.on, cell: (row) => formatDay(row.settled_on, locale) },
    { key: "trades", head: t.trades, align: "end", cell: (row) => t.tradesCount(row.trades) },
    { key: "net", head: t.net, align: "end", cell: (row) => <Money value={row.net} fw={600} /> },
    {
      key: "payout",
      head: t.payout,
      cell: (row) =>
        row.payout === undefined ? (
          <Text size="sm" c="dimmed">
            {row.net.minor < 0 ? t.netted : t.payoutLater}
          </Text>
        ) : (
          <PayoutBadge state={row.payout.state} />
        ),
    },
  ];
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} actions={may("settle") && <RunSettlement />} />
      {ofCompany && (
        <Group gap="sm" mb="sm" role="status">
          <Text size="sm" fw={600}>
            {t.ofCompany}
          </Text>
          <Button size="xs" variant="default" onClick={() => void navigate({ to: "/operator/settlements" })}>
            {t.showAll}
          </Button>
        </Group>
      )}
      <DataList
        label={t.title}
        list={list}
        query={settlements}
        rowKey={(row) => row.id}
        columns={columns}
        empty={{ title: t.empty, body: t.emptyBody }}
        actions={(row) => (
          <ButtonLink
            to="/operator/settlements/$id"
            params={{ id: row.id }}
            size="xs"
            variant="default"
            aria-label={`${t.open} ${row.number}`}
          >
            {t.open}
          </ButtonLink>
        )}
      />
    </>
  );
}
