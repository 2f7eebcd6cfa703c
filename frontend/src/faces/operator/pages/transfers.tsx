/** The journal: every movement of money, newest first, of one account or of one trade. */
import { Button, Code, Group, Text } from "@mantine/core";
import { AccountName, type LedgerTransfer, reasonText, useLedgerTransfers } from "@/features/ledger";
import { useT } from "@/i18n/provider";
import { AnchorLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { Badge, type Tone } from "@/ui/StateBadge";
import { When } from "@/ui/When";

const TONE: Partial<Record<string, Tone>> = { posted: "positive", post: "positive", pending: "caution" };

export function TransfersPage() {
  const t = useT("operator").transfers;
  const kinds: Partial<Record<string, string>> = t.kind;
  const list = useList({ limit: 50 });
  const transfers = useLedgerTransfers(list.query);
  const { account, trade_id: trade } = list.filters;
  const columns: Column<LedgerTransfer>[] = [
    {
      key: "what",
      head: t.what,
      card: "title",
      cell: (row) => (
        <>
          <Text size="sm" fw={600}>
            {reasonText(row.reason, t.reasons)}
          </Text>
          <Badge tone={TONE[row.kind] ?? "neutral"}>{kinds[row.kind] ?? row.kind}</Badge>{" "}
          <Links transfer={row} hidden={trade !== undefined} />
        </>
      ),
    },
    { key: "debit", head: t.debit, cell: (row) => <AccountName code={row.debit} linked={row.debit !== account} /> },
    { key: "credit", head: t.credit, cell: (row) => <AccountName code={row.credit} linked={row.credit !== account} /> },
    { key: "amount", head: t.amount, align: "end", cell: (row) => <Money value={row.amount} fw={600} /> },
    { key: "at", head: t.at, cell: (row) => <When at={row.at} c="dimmed" /> },
    { key: "hash", head: t.hash, cell: (row) => <Code title={row.hash} className="figures">{row.hash.slice(0, 8)}</Code> },
  ];
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      {(account !== undefined || trade !== undefined) && (
        <Group gap="sm" mb="sm" role="status">
          <Text size="sm" fw={600} component="div">
            {account !== undefined && (
              <>
                {t.ofAccount}: <AccountName code={account} linked={false} />
              </>
            )}
            {trade !== undefined && (
              <>
                {t.ofTrade}:{" "}
                <AnchorLink to="/operator/trades/$id" params={{ id: trade }} underline="always">
                  {t.toTrade}
                </AnchorLink>
              </>
            )}
          </Text>
          <Button size="xs" variant="default" onClick={list.clearFilters}>
            {t.showAll}
          </Button>
        </Group>
      )}
      <DataList
        label={t.title}
        list={list}
        query={transfers}
        rowKey={(row) => row.id}
        columns={columns}
        cardsBelow="62em"
        filters={[
          { kind: "search", name: "account", label: t.account },
          { kind: "search", name: "trade_id", label: t.trade },
        ]}
        empty={{ title: t.empty }}
      />
    </>
  );
}

function Links({ transfer, hidden }: { transfer: LedgerTransfer; hidden: boolean }) {
  const t = useT("operator").transfers;
  return (
    <>
      {transfer.trade_id !== undefined && !hidden && (
        <AnchorLink to="/operator/trades/$id" params={{ id: transfer.trade_id }} size="xs" underline="always">
          {t.toTrade}
        </AnchorLink>
      )}{" "}
      {transfer.payment_id !== undefined && (
        <AnchorLink to="/operator/payments/$id" params={{ id: transfer.payment_id }} size="xs" underline="always">
          {t.toPayment}
        </AnchorLink>
      )}
    </>
  );
}
