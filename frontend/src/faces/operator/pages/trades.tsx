/** Every trade of every shop. */
import { Button, Group, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type TradeRow, useOperatorTrades } from "@/features/trade";
import { useCompany } from "@/features/verification";
import { useT } from "@/i18n/provider";
import { AnchorLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { Badge, StateBadge } from "@/ui/StateBadge";
import { Deadline, When } from "@/ui/When";

export function TradesPage() {
  const t = useT("operator").trades;
  const common = useT("common");
  const list = useList({ defaultSort: "-updated_at" });
  const trades = useOperatorTrades(list.query);
  const { seller_id: seller, supplier_id: supplier } = list.filters;

  const columns: Column<TradeRow>[] = [
    {
      key: "trade",
      head: t.trade,
      card: "title",
      cell: (row) => (
        <>
          <AnchorLink to="/operator/trades/$id" params={{ id: row.id }} fw={600}>
            {row.summary}
          </AnchorLink>
          <Text size="xs" c="dimmed" className="figures">
            {row.number} · {t.order(row.order_number)}
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
      key: "parties",
      head: t.parties,
      cell: (row) =>
        row.seller.id === row.supplier.id ? (
          <>
            {row.seller.name}
            <Text size="xs" c="dimmed">
              {t.own}
            </Text>
          </>
        ) : (
          <>
            {row.seller.name}
            <Text size="xs" c="dimmed">
              {common.actor.supplier} {row.supplier.name}
            </Text>
          </>
        ),
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
      {seller !== undefined && <OfCompany id={seller} words={t.ofSeller} />}
      {supplier !== undefined && <OfCompany id={supplier} words={t.ofSupplier} />}
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
          {
            kind: "select",
            name: "hold",
            label: t.hold,
            options: [
              { value: "true", label: t.holdYes },
              { value: "false", label: t.holdNo },
            ],
          },
        ]}
        orders={[
          { value: "-updated_at", label: t.sort.updated },
          { value: "-paid_at", label: t.sort.newest },
          { value: "paid_at", label: t.sort.oldest },
          { value: "due_at", label: t.sort.due },
        ]}
        empty={{ title: t.empty, body: t.emptyBody }}
      />
    </>
  );
}

/** Says that only one company's trades are shown, and leads back to all of them. */
function OfCompany({ id, words }: { id: string; words: (name: string) => string }) {
  const t = useT("operator").trades;
  const navigate = useNavigate();
  const name = useCompany(id).data?.name ?? id;
  return (
    <Group gap="sm" mb="sm" role="status">
      <Text size="sm" fw={600}>
        {words(name)}
      </Text>
      <Button size="xs" variant="default" onClick={() => void navigate({ to: "/operator/trades" })}>
        {t.showAll}
      </Button>
    </Group>
  );
}
