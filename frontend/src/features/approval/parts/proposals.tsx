/** The list of proposals with what each would change, why, until when, and what one may do with it. */
import { Alert, Button, Group, Tabs, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useT } from "@/i18n/provider";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { type Column, DataList, useList } from "@/ui/list";
import { useMoneyText } from "@/ui/Money";
import { ReasonAction } from "@/ui/ReasonAction";
import { Badge, type Tone } from "@/ui/StateBadge";
import { Deadline, When } from "@/ui/When";
import { type Face, type Proposal, type ProposalState, useApprove, useProposals, useRefuse, useWithdraw } from "../queries";

const TONE: Record<ProposalState, Tone> = {
  pending: "caution",
  approved: "positive",
  refused: "danger",
  withdrawn: "neutral",
  expired: "neutral",
  stale: "neutral",
};

type Asked = { what: Proposal["allowed_actions"][number]; proposal: Proposal };

interface ProposalsProps {
  face: Face;
  /** How changes are shown; a feature may not know another, so the page brings it. */
  changes: (proposal: Proposal, label: string) => ReactNode;
}

export function Proposals({ face, changes }: ProposalsProps) {
  const t = useT("approval");
  const list = useList();
  const tab = list.tab ?? "pending";
  const proposals = useProposals(face, tab === "pending" ? { ...list.query, state: "pending" } : list.query);
  const [asked, ask] = useState<Asked>();
  const kinds = Object.entries(t.kinds).map(([value, label]) => ({ value, label }));
  const columns: Column<Proposal>[] = [
    {
      key: "what",
      head: t.what,
      card: "title",
      cell: (row) => (
        <>
          <Text size="sm" fw={600}>
            {t.kinds[row.kind]}
            {row.label !== "" && `: ${row.label}`}
          </Text>
          <Text size="sm">{row.reason}</Text>
        </>
      ),
    },
    { key: "changes", head: t.changes, card: "title", cell: (row) => <Changed proposal={row} changes={changes} /> },
    {
      key: "by",
      head: t.by,
      cell: (row) => (
        <>
          <Text size="sm">{row.proposed_by.name}</Text>
          <When at={row.proposed_at} c="dimmed" />
        </>
      ),
    },
    { key: "state", head: t.state, cell: (row) => <State proposal={row} /> },
  ];
  const close = () => ask(undefined);
  return (
    <>
      <Tabs value={tab} onChange={(value) => list.setTab(value ?? "pending")} mb="md">
        <Tabs.List>
          <Tabs.Tab value="pending">{t.tabs.pending}</Tabs.Tab>
          <Tabs.Tab value="all">{t.tabs.all}</Tabs.Tab>
        </Tabs.List>
      </Tabs>
      <DataList
        label={t.title}
        list={list}
        query={proposals}
        rowKey={(row) => row.id}
        columns={columns}
        cardsBelow="62em"
        {...(face === "operator" ? { filters: [{ kind: "select", name: "kind", label: t.kind, options: kinds }] } : {})}
        empty={{ title: t.none, body: t.noneBody[face] }}
        actions={(row) => <Actions proposal={row} onAsk={(what) => ask({ what, proposal: row })} />}
      />
      {asked?.what === "approve" && <ApproveDialog face={face} proposal={asked.proposal} onClose={close} changes={changes} />}
      {asked?.what === "refuse" && <RefuseDialog face={face} proposal={asked.proposal} onClose={close} />}
      {asked?.what === "withdraw" && <WithdrawDialog face={face} proposal={asked.proposal} onClose={close} />}
    </>
  );
}

/** What would be different; of an account that ends in the same digits nothing of it can be seen. */
function Changed({ proposal, changes }: { proposal: Proposal; changes: ProposalsProps["changes"] }) {
  const t = useT("approval");
  if (proposal.changes.length === 0) return <Text size="sm">{t.sameShown}</Text>;
  return changes(proposal, t.kinds[proposal.kind]);
}

function State({ proposal }: { proposal: Proposal }) {
  const t = useT("approval");
  return (
    <>
      <Badge tone={TONE[proposal.state]}>{t.states[proposal.state]}</Badge>
      {proposal.state === "pending" ? (
        <Text size="xs" component="div">
          {t.deciders[proposal.decider]} · {t.until} <Deadline at={proposal.expires_at} />
        </Text>
      ) : (
        proposal.ended_at !== undefined && (
          <Text size="xs" c="dimmed" component="div">
            {proposal.ended_as !== undefined && `${t.endedBy(proposal.ended_by?.name ?? t.operator)} · `}
            <When at={proposal.ended_at} />
          </Text>
        )
      )}
      {proposal.end_reason !== undefined && <Text size="xs">{proposal.end_reason}</Text>}
    </>
  );
}

function Actions({ proposal, onAsk }: { proposal: Proposal; onAsk: (what: Asked["what"]) => void }) {
  const t = useT("approval");
  if (proposal.allowed_actions.length === 0) return null;
  return (
    <Group gap="xs" justify="flex-end" wrap="nowrap" role="group" aria-label={`${t.kinds[proposal.kind]} ${proposal.label}`}>
      {proposal.allowed_actions.map((action) => (
        <Button key={action} size="xs" variant={action === "approve" ? "filled" : "default"} onClick={() => onAsk(action)}>
          {t.actions[action]}
        </Button>
      ))}
    </Group>
  );
}

interface DialogProps {
  face: Face;
  proposal: Proposal;
  onClose: () => void;
}

function ApproveDialog({ face, proposal, onClose, changes }: DialogProps & Pick<ProposalsProps, "changes">) {
  const t = useT("approval");
  const say = useMoneyText();
  const write = useApprove(face);
  return (
    <ConfirmAction
      opened
      onClose={onClose}
      title={t.approveTitle(t.kinds[proposal.kind])}
      money={proposal.amount === undefined ? undefined : t.letGo(say(proposal.amount))}
      confirmLabel={t.actions.approve}
      write={write}
      input={proposal.id}
    >
      <Text>{t.means[proposal.kind]}</Text>
      <Changed proposal={proposal} changes={changes} />
      {proposal.payout_account !== undefined && <WholeAccount account={proposal.payout_account} />}
      <Text size="sm">
        {t.reason}: {proposal.reason}
      </Text>
    </ConfirmAction>
  );
}

/** The account to the last digit, which is what is approved. */
function WholeAccount({ account }: { account: NonNullable<Proposal["payout_account"]> }) {
  const t = useT("approval");
  return (
    <Alert color="caution" variant="light" title={t.account}>
      <Text fw={600} className="figures">
        {account.bank} {account.account} · {account.holder}
      </Text>
      <Text size="sm">{t.compare}</Text>
    </Alert>
  );
}

function RefuseDialog({ face, proposal, onClose }: DialogProps) {
  const t = useT("approval");
  return (
    <ReasonAction
      onClose={onClose}
      title={t.refuseTitle(t.kinds[proposal.kind])}
      body={t.refuseBody}
      label={t.reason}
      hint={t.refuseHint}
      confirmLabel={t.actions.refuse}
      danger
      toInput={(reason) => ({ id: proposal.id, reason })}
      write={useRefuse(face)}
    />
  );
}

function WithdrawDialog({ face, proposal, onClose }: DialogProps) {
  const t = useT("approval");
  return (
    <ConfirmAction
      opened
      onClose={onClose}
      title={t.withdrawTitle(t.kinds[proposal.kind])}
      confirmLabel={t.actions.withdraw}
      write={useWithdraw(face)}
      input={proposal.id}
    >
      <Text>{t.withdrawBody}</Text>
    </ConfirmAction>
  );
}
