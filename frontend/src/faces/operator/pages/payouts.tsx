/** Money to companies: put into a bank file, confirmed when it arrived, taken back when it returned. */
import { Button, Group, Tabs, Text } from "@mantine/core";
import { useState } from "react";
import { useOperatorMay } from "@/api/permission";
import {
  BatchDialog,
  ConfirmPayoutDialog,
  type Payout,
  PAYOUT_STATES,
  PayoutBadge,
  ReleasePayoutDialog,
  ReturnPayoutDialog,
  TransferPayoutDialog,
  usePayouts,
} from "@/features/payout";
import { useProposals } from "@/features/approval";
import { useT } from "@/i18n/provider";
import { AnchorLink, ButtonLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { When } from "@/ui/When";
import { ALL, tabbed } from "../model/tabs";

const TABS = [...PAYOUT_STATES, ALL] as const;

type Step = "confirm" | "release" | "return" | "transfer";

type Asking = { what: Step; payout: Payout } | { what: "batch"; payouts: readonly Payout[] | undefined };

export function PayoutsPage() {
  const t = useT("operator").payouts;
  const settles = useOperatorMay()("settle");
  const list = useList();
  const tab = list.tab ?? "pending";
  const payouts = usePayouts(tabbed(list.query, "state", tab));
  const [ticked, tick] = useState<ReadonlySet<string>>(new Set());
  const [asking, ask] = useState<Asking>();
  const asked = useProposals("operator", { kind: "payout_release", state: "pending", limit: 100 });
  const proposed = new Set(asked.data?.items.map((proposal) => proposal.label));
  const close = () => ask(undefined);
  const items = payouts.data?.items ?? [];
  const waits = settles && tab === "pending" && items.length > 0;
  const chosen = items.filter((row) => ticked.has(row.id));
  return (
    <>
      <PageHeader
        title={t.title}
        intro={t.intro}
        actions={
          <>
            <ButtonLink to="/operator/payout-batches" variant="default">
              {t.toBatches}
            </ButtonLink>
            {waits && <Button onClick={() => ask({ what: "batch", payouts: undefined })}>{t.batchAll}</Button>}
          </>
        }
      />
      <Tabs value={tab} onChange={(value) => list.setTab(value ?? "pending")} mb="md">
        <Tabs.List>
          {TABS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t.tabs[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {list.filters.company_id !== undefined && (
        <Text size="sm" fw={600} mb="sm" role="status">
          {t.ofCompany}
        </Text>
      )}
      <DataList
        label={t.title}
        list={list}
        query={payouts}
        rowKey={(row) => row.id}
        rowName={(row) => row.number}
        columns={useColumns()}
        empty={tab === "pending" ? { title: t.emptyPending, body: t.emptyPendingBody } : { title: t.empty }}
        {...(waits ? { selection: { ids: ticked, set: tick } } : {})}
        bulk={
          chosen.length > 0 && <Button onClick={() => ask({ what: "batch", payouts: chosen })}>{t.batchSome(chosen.length)}</Button>
        }
        actions={(row) => settles && <RowActions payout={row} proposed={proposed.has(row.number)} onAsk={(what) => ask({ what, payout: row })} />}
      />
      {asking?.what === "batch" && (
        <BatchDialog
          payouts={asking.payouts}
          onClose={() => {
            tick(new Set());
            close();
          }}
        />
      )}
      {asking?.what === "confirm" && <ConfirmPayoutDialog payout={named(asking.payout)} onClose={close} />}
      {asking?.what === "transfer" && <TransferPayoutDialog payout={named(asking.payout)} onClose={close} />}
      {asking?.what === "release" && <ReleasePayoutDialog payout={named(asking.payout)} onClose={close} />}
      {asking?.what === "return" && <ReturnPayoutDialog payout={named(asking.payout)} onClose={close} />}
    </>
  );
}

const named = ({ id, number, company, amount }: Payout) => ({ id, company: company?.name ?? number, amount });

function useColumns(): Column<Payout>[] {
  const t = useT("operator").payouts;
  return [
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
            {row.number}
          </Text>
        </>
      ),
    },
    { key: "amount", head: t.amount, align: "end", cell: (row) => <Money value={row.amount} fw={600} /> },
    {
      key: "account",
      head: t.account,
      cell: (row) =>
        row.bank === undefined ? (
          <Text size="sm" c="var(--tone-caution-fg)">
            {t.accountNone}
          </Text>
        ) : (
          <>
            {row.bank} <span className="figures">{row.account_masked}</span>
            <Text size="xs" c="dimmed">
              {row.holder}
            </Text>
          </>
        ),
    },
    {
      key: "state",
      head: t.state,
      cell: (row) => (
        <>
          <PayoutBadge state={row.state} />
          {held(row) && (
            <Text size="xs" c="var(--tone-caution-fg)">
              {t.needsRelease}
            </Text>
          )}
          {row.return_reason !== undefined && (
            <Text size="xs" c="var(--tone-danger-fg)">
              {row.return_reason}
            </Text>
          )}
          {row.transfer_error !== undefined && (
            <Text size="xs" c="var(--tone-danger-fg)">
              {t.transferRefused(row.transfer_error)}
            </Text>
          )}
          {row.provider !== undefined && (
            <Text size="xs" c="dimmed">
              {t.transferBy(row.provider)}
            </Text>
          )}
        </>
      ),
    },
    { key: "at", head: t.created, cell: (row) => <When at={row.ended_at ?? row.sent_at ?? row.created_at} c="dimmed" /> },
  ];
}

/** Above the limit, and not let go by two persons yet. */
const held = (payout: Payout) => payout.state === "pending" && payout.needs_release && payout.released_at === undefined;

interface RowActionsProps {
  payout: Payout;
  /** Somebody has proposed already to let it go. */
  proposed: boolean;
  onAsk: (what: Step) => void;
}

function RowActions({ payout, proposed, onAsk }: RowActionsProps) {
  const t = useT("operator").payouts;
  const { toProposals } = useT("approval");
  const open = payout.state === "pending" || payout.state === "sent";
  if (!open) return null;
  return (
    <Group gap="xs" justify="flex-end" wrap="nowrap" role="group" aria-label={t.actions(payout.number)}>
      {held(payout) && proposed && (
        <ButtonLink to="/operator/proposals" size="xs" variant="default">
          {toProposals}
        </ButtonLink>
      )}
      {held(payout) && !proposed && (
        <Button size="xs" onClick={() => onAsk("release")}>
          {t.release}
        </Button>
      )}
      {payout.state === "pending" && payout.account_masked !== undefined && !held(payout) && (
        <Button size="xs" onClick={() => onAsk("transfer")}>
          {t.transfer}
        </Button>
      )}
      {payout.state === "sent" && (
        <Button size="xs" onClick={() => onAsk("confirm")}>
          {t.confirm}
        </Button>
      )}
      <Button size="xs" variant="default" onClick={() => onAsk("return")}>
        {t.return}
      </Button>
    </Group>
  );
}
