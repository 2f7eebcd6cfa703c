/** Money on its way to the company's bank account, and what has arrived. */
import { Stack, Text } from "@mantine/core";
import { type Payout, PayoutBadge, useBalance, usePayouts } from "@/features/settlement";
import { useT } from "@/i18n/provider";
import { AnchorLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { When } from "@/ui/When";
import { BalanceStats } from "../parts/balance";

export function PayoutsPage() {
  const t = useT("company").payouts;
  const list = useList();
  const payouts = usePayouts(list.query);
  const columns: Column<Payout>[] = [
    {
      key: "number",
      head: t.number,
      card: "title",
      cell: (row) => (
        <>
          <span className="figures">{row.number}</span>
          {row.settlement_id !== undefined && (
            <Text size="xs">
              <AnchorLink to="/company/settlements/$id" params={{ id: row.settlement_id }} aria-label={`${row.number} ${t.toSettlement}`}>
                {t.toSettlement}
              </AnchorLink>
            </Text>
          )}
        </>
      ),
    },
    {
      key: "state",
      head: t.state,
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
    {
      key: "to",
      head: t.account,
      cell: (row) =>
        row.bank === undefined ? (
          <AnchorLink to="/company/settings" search={{ tab: "payout" }}>
            {t.noAccount}
          </AnchorLink>
        ) : (
          <>
            {row.bank} <span className="figures">{row.account_masked}</span> {row.holder}
          </>
        ),
    },
    { key: "amount", head: t.amount, align: "end", cell: (row) => <Money value={row.amount} fw={700} /> },
    { key: "created", head: t.created, cell: (row) => <When at={row.created_at} c="dimmed" /> },
    { key: "ended", head: t.ended, cell: (row) => row.ended_at && <When at={row.ended_at} c="dimmed" /> },
  ];
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <Stack gap="lg">
        <BalanceStats query={useBalance()} />
        <DataList
          label={t.title}
          list={list}
          query={payouts}
          rowKey={(row) => row.id}
          columns={columns}
          filters={[
            {
              kind: "select",
              name: "state",
              label: t.state,
              options: Object.entries(t.states).map(([value, label]) => ({ value, label })),
            },
          ]}
          empty={{ title: t.none, body: t.noneBody }}
        />
      </Stack>
    </>
  );
}
