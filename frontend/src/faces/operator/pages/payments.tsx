/** Payments by where they stand, those that are held first. */
import { Tabs, Text } from "@mantine/core";
import { differenceOf, HeldWhy, type Payment, PAYMENT_STATES, PaymentBadge, usePayments } from "@/features/payment";
import { useT } from "@/i18n/provider";
import { AnchorLink, ButtonLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { When } from "@/ui/When";
import { ALL, tabbed } from "../model/tabs";

const TABS = [...PAYMENT_STATES, ALL] as const;

export function PaymentsPage() {
  const t = useT("operator").payments;
  const tabs: Partial<Record<string, string>> = t.tabs;
  const list = useList();
  const tab = list.tab ?? "held";
  const payments = usePayments(tabbed(list.query, "state", tab));
  const columns: Column<Payment>[] = [
    {
      key: "order",
      head: t.order,
      card: "title",
      cell: (row) => (
        <>
          <AnchorLink to="/operator/payments/$id" params={{ id: row.id }} fw={600} className="figures">
            {row.order_number}
          </AnchorLink>
          {row.state === "held" && row.hold_reason !== undefined && (
            <Text size="xs" c="var(--tone-danger-fg)">
              <HeldWhy reason={row.hold_reason} />
            </Text>
          )}
        </>
      ),
    },
    { key: "state", head: t.state, cell: (row) => <PaymentBadge state={row.state} /> },
    { key: "amount", head: t.amount, align: "end", cell: (row) => <Money value={row.amount} /> },
    {
      key: "captured",
      head: t.captured,
      align: "end",
      cell: (row) => {
        const difference = row.state === "held" ? differenceOf(row) : undefined;
        return (
          <>
            <Money value={row.captured} fw={600} />
            {difference !== undefined && difference.minor !== 0 && (
              <Text size="xs" c="dimmed">
                {t.difference} <Money value={difference} signed />
              </Text>
            )}
          </>
        );
      },
    },
    { key: "gateway", head: t.gateway, cell: (row) => row.gateway },
    { key: "created", head: t.created, cell: (row) => <When at={row.created_at} c="dimmed" /> },
  ];
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <Tabs value={tab} onChange={(value) => list.setTab(value ?? "held")} mb="md">
        <Tabs.List>
          {TABS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {tabs[each] ?? each}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <DataList
        label={t.title}
        list={list}
        query={payments}
        rowKey={(row) => row.id}
        columns={columns}
        empty={tab === "held" ? { title: t.emptyHeld, body: t.emptyHeldBody } : { title: t.empty }}
        actions={(row) =>
          row.state === "held" && (
            <ButtonLink to="/operator/payments/$id" params={{ id: row.id }} size="xs">
              {t.decide}
            </ButtonLink>
          )
        }
      />
    </>
  );
}
