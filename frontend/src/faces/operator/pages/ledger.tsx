/** The ledger's accounts: where the money is. */
import { Text } from "@mantine/core";
import { ACCOUNT_KINDS, AccountName, type LedgerAccount, useLedgerAccounts } from "@/features/ledger";
import { useT } from "@/i18n/provider";
import { ButtonLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";

export function LedgerPage() {
  const t = useT("operator").ledger;
  const list = useList({ limit: 50 });
  const accounts = useLedgerAccounts(list.query);
  const columns: Column<LedgerAccount>[] = [
    { key: "account", head: t.account, card: "title", cell: (row) => <AccountName code={row.code} /> },
    {
      key: "balance",
      head: t.balance,
      align: "end",
      cell: (row) => <Money value={row.balance} fw={600} c={row.balance.minor < 0 ? "var(--tone-danger-fg)" : undefined} />,
    },
    { key: "pending", head: t.pending, align: "end", cell: (row) => <Money value={row.pending} c={row.pending.minor === 0 ? "dimmed" : undefined} /> },
  ];
  return (
    <>
      <PageHeader
        title={t.title}
        intro={t.intro}
        actions={
          <ButtonLink to="/operator/ledger/proof" variant="default">
            {t.toProof}
          </ButtonLink>
        }
      />
      <DataList
        label={t.title}
        list={list}
        query={accounts}
        rowKey={(row) => row.code}
        columns={columns}
        filters={[{ kind: "select", name: "kind", label: t.kind, options: ACCOUNT_KINDS.map((value) => ({ value, label: t.kinds[value] })) }]}
        empty={{ title: t.empty, body: t.emptyBody }}
      />
      <Text size="sm" c="dimmed" mt="sm">
        {t.pendingHint}
      </Text>
    </>
  );
}
