/** One payment: what was asked for and what came, what its provider told, what went back; and the decision where it is held. */
import { Code, Stack, Text } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { differenceOf, HeldWhy, PaymentBadge, type PaymentDetail, RefundBadge, RefundReason, ResolvePayment, usePayment } from "@/features/payment";
import { useT } from "@/i18n/provider";
import { Facts } from "@/ui/Facts";
import { AnchorLink } from "@/ui/links";
import { PlainList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { Panel } from "@/ui/Panel";
import { Loaded } from "@/ui/states";
import { Deadline, When } from "@/ui/When";

export function PaymentPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  return <Loaded query={usePayment(id)}>{(payment) => <PaymentCase payment={payment} />}</Loaded>;
}

function PaymentCase({ payment }: { payment: PaymentDetail }) {
  const t = useT("operator").payments;
  return (
    <>
      <PageHeader
        title={payment.order_number}
        badge={<PaymentBadge state={payment.state} />}
        crumbs={[{ label: t.title, to: "/operator/payments" }]}
      />
      <Stack gap="md">
        {payment.state === "held" && (
          <Panel title={t.heldTitle} tone="danger">
            <Text fw={600}>
              <HeldWhy reason={payment.hold_reason ?? ""} />
            </Text>
            <Text size="sm" mb="sm">
              {t.heldBody}
            </Text>
            <Stack gap="md">
              <Amounts payment={payment} />
              <div>
                <ResolvePayment payment={payment} />
              </div>
            </Stack>
          </Panel>
        )}
        <Panel title={t.facts}>
          <PaymentFacts payment={payment} />
        </Panel>
        <Panel title={t.refunds}>
          <Refunds refunds={payment.refunds} />
        </Panel>
        <Panel title={t.webhooks}>
          <Webhooks webhooks={payment.webhooks} />
        </Panel>
      </Stack>
    </>
  );
}

function Amounts({ payment }: { payment: PaymentDetail }) {
  const t = useT("operator").payments;
  const difference = differenceOf(payment);
  return (
    <Facts
      facts={[
        { label: t.amount, value: <Money value={payment.amount} /> },
        { label: t.captured, value: <Money value={payment.captured} fw={700} /> },
        { label: t.difference, value: difference && <Money value={difference} signed fw={700} c="var(--tone-danger-fg)" /> },
      ]}
    />
  );
}

function PaymentFacts({ payment }: { payment: PaymentDetail }) {
  const t = useT("operator").payments;
  const decided = payment.state === "held" ? undefined : payment.hold_reason;
  return (
    <Facts
      facts={[
        { label: t.order, value: <span className="figures">{payment.order_number}</span> },
        {
          label: t.seller,
          value: (
            <AnchorLink to="/operator/companies/$id" params={{ id: payment.seller_id }}>
              {t.sellerOpen}
            </AnchorLink>
          ),
        },
        {
          label: t.trades,
          value: (
            <AnchorLink to="/operator/trades" search={{ q: payment.order_number }}>
              {payment.order_number}
            </AnchorLink>
          ),
        },
        { label: t.amount, value: <Money value={payment.amount} /> },
        { label: t.captured, value: <Money value={payment.captured} /> },
        { label: t.refunded, value: payment.refunded.minor === 0 ? undefined : <Money value={payment.refunded} /> },
        { label: t.gateway, value: payment.gateway },
        { label: t.reference, value: payment.provider_ref && <Code>{payment.provider_ref}</Code> },
        { label: t.failure, value: payment.failure },
        { label: t.reason, value: decided && <HeldWhy reason={decided} /> },
        { label: t.created, value: <When at={payment.created_at} /> },
        { label: t.expires, value: payment.state === "created" || payment.state === "pending" ? <Deadline at={payment.expires_at} /> : undefined },
        { label: t.capturedAt, value: payment.captured_at && <When at={payment.captured_at} /> },
        { label: t.completedAt, value: payment.completed_at && <When at={payment.completed_at} /> },
      ]}
    />
  );
}

function Refunds({ refunds }: { refunds: PaymentDetail["refunds"] }) {
  const words = useT("operator");
  const t = words.refunds;
  if (refunds.length === 0) return <Text c="dimmed">{words.payments.refundsNone}</Text>;
  return (
    <PlainList
      label={words.payments.refunds}
      rows={refunds}
      rowKey={({ id }) => id}
      columns={[
        { key: "amount", head: t.amount, card: "title", cell: ({ amount }) => <Money value={amount} fw={600} /> },
        { key: "state", head: t.state, cell: ({ state }) => <RefundBadge state={state} /> },
        { key: "reason", head: t.reason, cell: ({ reason }) => <RefundReason reason={reason} /> },
        { key: "attempts", head: t.attempts, align: "end", cell: ({ attempts }) => t.attemptsOf(attempts) },
        { key: "created", head: t.created, cell: ({ created_at }) => <When at={created_at} /> },
      ]}
    />
  );
}

function Webhooks({ webhooks }: { webhooks: PaymentDetail["webhooks"] }) {
  const t = useT("operator").payments;
  const outcomes: Partial<Record<string, string>> = t.webhookOutcomes;
  if (webhooks.length === 0) return <Text c="dimmed">{t.webhooksNone}</Text>;
  return (
    <PlainList
      label={t.webhooks}
      rows={webhooks}
      rowKey={({ event_id }) => event_id}
      columns={[
        { key: "kind", head: t.webhookKind, card: "title", cell: ({ kind }) => <Code>{kind}</Code> },
        { key: "outcome", head: t.webhookOutcome, cell: ({ outcome }) => (outcome === undefined ? null : (outcomes[outcome] ?? outcome)) },
        { key: "at", head: t.webhookAt, cell: ({ received_at }) => <When at={received_at} /> },
      ]}
    />
  );
}
