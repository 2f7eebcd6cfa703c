/** One webhook: what was sent, and what came back each time. */
import { Button, Code, ScrollArea, Stack, Text } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { useMay } from "@/api/permission";
import { type Attempt, DeliveryBadge, type DeliveryDetail, pretty, useDelivery, useReplayDelivery } from "@/features/integrations";
import { useT } from "@/i18n/provider";
import { Facts } from "@/ui/Facts";
import { type Column, PlainList } from "@/ui/list";
import { useNotify } from "@/ui/notify";
import { PageHeader } from "@/ui/PageHeader";
import { Panel } from "@/ui/Panel";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { ForbiddenState, Loaded } from "@/ui/states";
import { When } from "@/ui/When";

export function WebhookDeliveryPage() {
  const t = useT("company").integrations;
  const may = useMay();
  return may("webhooks_manage") ? <OneDelivery /> : <ForbiddenState body={t.forbidden} />;
}

function OneDelivery() {
  const { id } = useParams({ strict: false }) as { id: string };
  return <Loaded query={useDelivery(id)}>{(delivery) => <DeliveryCase delivery={delivery} />}</Loaded>;
}

function DeliveryCase({ delivery }: { delivery: DeliveryDetail }) {
  const words = useT("company").integrations;
  const t = words.deliveries;
  const notify = useNotify();
  const replay = useReplayDelivery(() => notify.done(t.replayed));
  return (
    <>
      <PageHeader
        title={words.eventTypes[delivery.event_type]}
        badge={<DeliveryBadge state={delivery.state} />}
        crumbs={[
          { label: words.title, to: "/company/integrations", search: { tab: "webhooks" } },
          { label: t.label, to: `/company/integrations/webhooks/${delivery.endpoint_id}` },
        ]}
        actions={
          delivery.payload !== "" && (
            <Button variant="default" onClick={() => replay.mutate(delivery.id)} loading={replay.isPending}>
              {t.replay}
            </Button>
          )
        }
      />
      <Stack gap="md">
        <ProblemAlert problem={replay.error} />
        <Panel title={t.title}>
          <Facts
            facts={[
              { label: t.id, value: <Code style={{ overflowWrap: "anywhere" }}>{delivery.id}</Code> },
              { label: t.object, value: <span style={{ overflowWrap: "anywhere" }}>{`${delivery.object} · ${t.sequence(delivery.sequence)}`}</span> },
              { label: t.at, value: <When at={delivery.created_at} /> },
              { label: t.next, value: delivery.next_at && <When at={delivery.next_at} /> },
              { label: t.deliveredAt, value: delivery.delivered_at && <When at={delivery.delivered_at} /> },
            ]}
          />
        </Panel>
        <Panel title={t.tries}>
          <Tries delivery={delivery} />
        </Panel>
        <Panel title={t.payload}>
          {delivery.payload === "" ? (
            <Text c="dimmed">{t.payloadGone}</Text>
          ) : (
            <ScrollArea.Autosize mah={480} viewportProps={{ tabIndex: 0, role: "group", "aria-label": t.payload }}>
              <Code block>{pretty(delivery.payload)}</Code>
            </ScrollArea.Autosize>
          )}
        </Panel>
      </Stack>
    </>
  );
}

function Tries({ delivery }: { delivery: DeliveryDetail }) {
  const t = useT("company").integrations.deliveries;
  const errors: Partial<Record<string, string>> = t.errors;
  if (delivery.tries.length === 0) return <Text c="dimmed">{t.noTries}</Text>;
  const columns: Column<Attempt>[] = [
    { key: "at", head: t.tryAt, card: "title", cell: (row) => <When at={row.at} exact /> },
    {
      key: "answer",
      head: t.answer,
      cell: (row) => (
        <>
          <strong>{row.status ?? errors[row.error ?? ""] ?? row.error}</strong>
          {row.status !== undefined && (
            <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }} lineClamp={4}>
              {row.answer.trim() === "" ? t.noAnswer : row.answer}
            </Text>
          )}
        </>
      ),
    },
    { key: "duration", head: t.duration, align: "end", cell: (row) => t.ms(row.duration_ms) },
  ];
  return <PlainList label={t.tries} rows={delivery.tries} rowKey={(row) => String(row.number)} columns={columns} />;
}
