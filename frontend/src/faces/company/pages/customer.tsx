/** One customer and what they bought last. */
import { Stack } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { OrderBadge, useCustomer } from "@/features/sales";
import { useT } from "@/i18n/provider";
import { Facts } from "@/ui/Facts";
import { AnchorLink } from "@/ui/links";
import { PlainList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { Panel } from "@/ui/Panel";
import { Stat, StatGrid } from "@/ui/Stat";
import { EmptyState, Loaded } from "@/ui/states";
import { When } from "@/ui/When";

export function CustomerPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const t = useT("company").customers;
  const orders = useT("company").orders;
  const common = useT("common");
  return (
    <Loaded query={useCustomer(id)}>
      {(customer) => (
        <>
          <PageHeader title={customer.name} crumbs={[{ label: t.title, to: "/company/customers" }]} intro={customer.registered ? t.registered : t.guest} />
          <Stack>
            <StatGrid columns={3}>
              <Stat label={t.spent} value={<Money value={customer.spent} />} />
              <Stat label={t.orders} value={customer.orders.toLocaleString()} />
              <Stat label={t.last} value={customer.last_order_at === undefined ? "–" : <When at={customer.last_order_at} />} />
            </StatGrid>
            <Panel title={t.contact}>
              <Facts
                facts={[
                  { label: orders.email, value: customer.email },
                  { label: t.phone, value: customer.phone },
                  { label: t.language, value: common.language[customer.locale] },
                  { label: t.first, value: customer.first_order_at && <When at={customer.first_order_at} exact /> },
                ]}
              />
            </Panel>
            <Panel title={t.recent}>
              {customer.recent_orders.length === 0 ? (
                <EmptyState title={orders.none} />
              ) : (
                <PlainList
                  label={t.recent}
                  rows={customer.recent_orders}
                  rowKey={(order) => order.id}
                  columns={[
                    {
                      key: "number",
                      head: orders.number,
                      card: "title",
                      cell: (order) => (
                        <AnchorLink to="/company/orders/$id" params={{ id: order.id }} fw={600} className="figures">
                          {order.number}
                        </AnchorLink>
                      ),
                    },
                    { key: "state", head: orders.state, cell: (order) => <OrderBadge state={order.state} /> },
                    { key: "total", head: orders.total, align: "end", cell: (order) => <Money value={order.total} fw={600} /> },
                    { key: "placed", head: orders.placed, cell: (order) => <When at={order.placed_at} c="dimmed" /> },
                  ]}
                />
              )}
            </Panel>
          </Stack>
        </>
      )}
    </Loaded>
  );
}
