/** Money on its way back to buyers; what a provider refused is sent again from here. */
import { Button, Tabs, Text } from "@mantine/core";
import { useState } from "react";
import { useOperatorMay } from "@/api/permission";
import { type Refund, REFUND_STATES, RefundBadge, RefundReason, RetryRefundDialog, useRefunds } from "@/features/payment";
import { useT } from "@/i18n/provider";
import { AnchorLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { When } from "@/ui/When";
import { ALL, tabbed } from "../model/tabs";

const TABS = [...REFUND_STATES, ALL] as const;

export function RefundsPage() {
  const t = useT("operator").refunds;
  const tabs: Partial<Record<string, string>> = t.tabs;
  const may = useOperatorMay();
  const list = useList();
  const tab = list.tab ?? "failed";
  const refunds = useRefunds(tabbed(list.query, "state", tab));
  const [asking, ask] = useState<Refund>();
  const columns: Column<Refund>[] = [
    {
      key: "reason",
      head: t.reason,
      card: "title",
      cell: (row) => (
        <>
          <Text size="sm" fw={600}>
            <RefundReason reason={row.reason} />
          </Text>
          <Text size="xs">
            {row.trade_id !== undefined && (
              <>
                <AnchorLink to="/operator/trades/$id" params={{ id: row.trade_id }}>
                  {t.trade}
                </AnchorLink>{" "}
                ·{" "}
              </>
            )}
            <AnchorLink to="/operator/payments/$id" params={{ id: row.payment_id }}>
              {t.payment}
            </AnchorLink>
          </Text>
        </>
      ),
    },
    { key: "amount", head: t.amount, align: "end", cell: (row) => <Money value={row.amount} fw={600} /> },
    {
      key: "state",
      head: t.state,
      cell: (row) => (
        <>
          <RefundBadge state={row.state} />
          {row.last_error !== undefined && row.state !== "succeeded" && (
            <Text size="xs" c="var(--tone-danger-fg)">
              {row.last_error}
            </Text>
          )}
        </>
      ),
    },
    { key: "attempts", head: t.attempts, align: "end", cell: (row) => t.attemptsOf(row.attempts) },
    { key: "created", head: t.created, cell: (row) => <When at={row.created_at} c="dimmed" /> },
    {
      key: "done",
      head: t.done,
      cell: (row) =>
        row.succeeded_at !== undefined ? (
          <When at={row.succeeded_at} c="dimmed" />
        ) : row.next_at !== undefined ? (
          <Text inherit c="dimmed">
            {t.next} <When at={row.next_at} />
          </Text>
        ) : null,
    },
  ];
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <Tabs value={tab} onChange={(value) => list.setTab(value ?? "failed")} mb="md">
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
        query={refunds}
        rowKey={(row) => row.id}
        columns={columns}
        empty={{ title: tab === "failed" ? t.emptyFailed : t.empty }}
        actions={(row) =>
          row.state === "failed" &&
          may("settle") && (
            <Button size="xs" onClick={() => ask(row)}>
              {t.retry}
            </Button>
          )
        }
      />
      {asking !== undefined && <RetryRefundDialog refund={asking} onClose={() => ask(undefined)} />}
    </>
  );
}
