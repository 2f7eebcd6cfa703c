/** Who has bought in the own shop. */
import { Text } from "@mantine/core";
import { type Customer, useCustomers } from "@/features/sales";
import { useT } from "@/i18n/provider";
import { AnchorLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { Badge } from "@/ui/StateBadge";
import { When } from "@/ui/When";

export function CustomersPage() {
  const t = useT("company").customers;
  const list = useList({ defaultSort: "-last_order_at" });
  const customers = useCustomers(list.query);
  const columns: Column<Customer>[] = [
    {
      key: "name",
      head: t.name,
      card: "title",
      cell: (row) => (
        <>
          <AnchorLink to="/company/customers/$id" params={{ id: row.id }} fw={600}>
            {row.name}
          </AnchorLink>
          <Text size="xs" c="dimmed">
            {row.email}
          </Text>
        </>
      ),
    },
    { key: "phone", head: t.phone, cell: (row) => <span className="figures">{row.phone}</span> },
    { key: "kind", head: t.kind, cell: (row) => (row.registered ? <Badge tone="brand">{t.registered}</Badge> : <Badge>{t.guest}</Badge>) },
    { key: "orders", head: t.orders, align: "end", cell: (row) => row.orders.toLocaleString() },
    { key: "spent", head: t.spent, align: "end", cell: (row) => <Money value={row.spent} fw={600} /> },
    { key: "last", head: t.last, cell: (row) => row.last_order_at && <When at={row.last_order_at} c="dimmed" /> },
  ];
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <DataList
        label={t.title}
        list={list}
        query={customers}
        rowKey={(row) => row.id}
        columns={columns}
        filters={[{ kind: "search", name: "q", label: t.search }]}
        orders={[
          { value: "-last_order_at", label: t.sort.last },
          { value: "-spent", label: t.sort.spent },
          { value: "name", label: t.sort.name },
        ]}
        empty={{ title: t.none, body: t.noneBody }}
      />
    </>
  );
}
