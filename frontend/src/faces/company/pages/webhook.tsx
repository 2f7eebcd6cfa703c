/** One endpoint of webhooks: how it is set up, what was sent to it, and what it has not taken. */
import { Alert, Button, Group, Stack, Tabs, Text } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useMay } from "@/api/permission";
import {
  DeleteEndpointDialog,
  type Delivery,
  DeliveryBadge,
  type Endpoint,
  EndpointBadge,
  EndpointForm,
  EVENT_TYPES,
  type Gap,
  ReplayRangeDialog,
  RotateEndpointDialog,
  TurnOffDialog,
  useChangeEndpoint,
  useDeliveries,
  useEndpoint,
  useGaps,
  useTestEndpoint,
} from "@/features/integrations";
import { useT } from "@/i18n/provider";
import { Facts } from "@/ui/Facts";
import { AnchorLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { useNotify } from "@/ui/notify";
import { PageHeader } from "@/ui/PageHeader";
import { Panel } from "@/ui/Panel";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { ForbiddenState, Loaded } from "@/ui/states";
import { When } from "@/ui/When";

const TABS = ["deliveries", "gaps"] as const;
const STATES = ["pending", "delivered", "failed", "skipped"] as const;
/** Numbers of missing places that are written out. */
const WRITTEN = 8;

export function WebhookPage() {
  const t = useT("company").integrations;
  const may = useMay();
  return may("webhooks_manage") ? <OneEndpoint /> : <ForbiddenState body={t.forbidden} />;
}

function OneEndpoint() {
  const { id } = useParams({ strict: false }) as { id: string };
  return <Loaded query={useEndpoint(id)}>{(endpoint) => <EndpointCase endpoint={endpoint} />}</Loaded>;
}

type Asking = "edit" | "off" | "rotate" | "remove" | "replay";

function EndpointCase({ endpoint }: { endpoint: Endpoint }) {
  const words = useT("company").integrations;
  const t = words.webhooks;
  const list = useList();
  const notify = useNotify();
  const navigate = useNavigate();
  const tab = list.tab === "gaps" ? "gaps" : "deliveries";
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  const test = useTestEndpoint(() => notify.done(t.tested));
  const change = useChangeEndpoint(endpoint, () => notify.done(t.turnedOn));
  const { id, enabled } = endpoint;
  return (
    <>
      <PageHeader
        title={endpoint.description || t.tabs.deliveries}
        badge={<EndpointBadge endpoint={endpoint} />}
        crumbs={[{ label: words.title, to: "/company/integrations", search: { tab: "webhooks" } }]}
        actions={
          enabled ? (
            <Button leftSection={<IconSend size={16} aria-hidden />} onClick={() => test.mutate(id)} loading={test.isPending}>
              {t.test}
            </Button>
          ) : (
            <Button onClick={() => change.mutate({ enabled: true })} loading={change.isPending}>
              {t.turnOn}
            </Button>
          )
        }
      />
      <Stack gap="md">
        <ProblemAlert problem={test.error ?? change.error} />
        {!enabled && endpoint.off_reason !== undefined && (
          <Alert color={endpoint.off_reason === "person" ? "gray" : "danger"}>{t.offReasons[endpoint.off_reason]}</Alert>
        )}
        <Panel
          title={t.about}
          action={
            <Group gap={4}>
              <Button size="xs" variant="subtle" onClick={() => setAsking("edit")}>
                {t.edit}
              </Button>
              <Button size="xs" variant="subtle" onClick={() => setAsking("rotate")}>
                {t.rotate}
              </Button>
              {enabled && (
                <Button size="xs" variant="subtle" onClick={() => setAsking("off")}>
                  {t.turnOff}
                </Button>
              )}
              <Button size="xs" variant="subtle" color="danger" onClick={() => setAsking("remove")}>
                {t.remove}
              </Button>
            </Group>
          }
        >
          <Facts
            facts={[
              { label: t.url, value: <span style={{ overflowWrap: "anywhere" }}>{endpoint.url}</span> },
              { label: t.events, value: endpoint.event_types.map((kind) => words.eventTypes[kind]).join(" · ") },
              { label: t.created, value: <When at={endpoint.created_at} /> },
              { label: t.offSince, value: endpoint.off_at && <When at={endpoint.off_at} /> },
              { label: t.failingSince, value: enabled && endpoint.failing_since && <When at={endpoint.failing_since} /> },
              { label: t.oldSecretEnds, value: endpoint.old_secret_ends_at && <When at={endpoint.old_secret_ends_at} /> },
            ]}
          />
        </Panel>
        <Tabs value={tab} onChange={(value) => list.setTab(value ?? "deliveries")} keepMounted={false}>
          <Tabs.List mb="md">
            {TABS.map((each) => (
              <Tabs.Tab key={each} value={each}>
                {t.tabs[each]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Group justify="flex-end" mb="sm">
            <Button size="xs" variant="default" disabled={!enabled} onClick={() => setAsking("replay")}>
              {words.replayRange.open}
            </Button>
          </Group>
          <Tabs.Panel value="deliveries">
            <Deliveries id={id} />
          </Tabs.Panel>
          <Tabs.Panel value="gaps">
            <Gaps id={id} />
          </Tabs.Panel>
        </Tabs>
      </Stack>
      {asking === "edit" && <EndpointForm endpoint={endpoint} onClose={close} />}
      {asking === "off" && <TurnOffDialog endpoint={endpoint} onClose={close} />}
      {asking === "rotate" && <RotateEndpointDialog endpoint={endpoint} onClose={close} />}
      {asking === "replay" && <ReplayRangeDialog id={id} onClose={close} />}
      {asking === "remove" && (
        <DeleteEndpointDialog
          endpoint={endpoint}
          onClose={close}
          onDeleted={() => void navigate({ to: "/company/integrations", search: { tab: "webhooks" } as never })}
        />
      )}
    </>
  );
}

function Deliveries({ id }: { id: string }) {
  const words = useT("company").integrations;
  const t = words.deliveries;
  const list = useList();
  const deliveries = useDeliveries(id, list.query);
  const columns: Column<Delivery>[] = [
    {
      key: "event",
      head: t.event,
      card: "title",
      cell: (row) => (
        <AnchorLink to="/company/integrations/deliveries/$id" params={{ id: row.id }} fw={600}>
          {words.eventTypes[row.event_type]}
        </AnchorLink>
      ),
    },
    {
      key: "object",
      head: t.object,
      cell: (row) => (
        <>
          <span style={{ overflowWrap: "anywhere" }}>{row.object}</span>
          <Text size="xs" c="dimmed">
            {t.sequence(row.sequence)}
          </Text>
        </>
      ),
    },
    { key: "state", head: t.state, cell: (row) => <DeliveryBadge state={row.state} /> },
    { key: "attempts", head: t.attempts, align: "end", cell: (row) => row.attempts },
    { key: "next", head: t.next, cell: (row) => row.next_at !== undefined && <When at={row.next_at} c="dimmed" /> },
    { key: "at", head: t.at, cell: (row) => <When at={row.created_at} c="dimmed" /> },
  ];
  return (
    <DataList
      label={t.label}
      list={list}
      query={deliveries}
      rowKey={(row) => row.id}
      columns={columns}
      cardsBelow="62em"
      filters={[
        { kind: "search", name: "object", label: t.object },
        { kind: "select", name: "state", label: t.state, options: STATES.map((value) => ({ value, label: t.states[value] })) },
        {
          kind: "select",
          name: "event_type",
          label: t.event,
          options: [...EVENT_TYPES, "webhook.test" as const].map((value) => ({ value, label: words.eventTypes[value] })),
        },
      ]}
      empty={{ title: t.empty, body: t.emptyBody }}
    />
  );
}

function Gaps({ id }: { id: string }) {
  const t = useT("company").integrations.gaps;
  const list = useList();
  const gaps = useGaps(id, list.query);
  const columns: Column<Gap>[] = [
    { key: "object", head: t.object, card: "title", cell: (row) => <span style={{ overflowWrap: "anywhere" }}>{row.object}</span> },
    { key: "missing", head: t.missing, align: "end", cell: (row) => `${row.missing} / ${row.newest}` },
    {
      key: "sequences",
      head: t.sequences,
      cell: (row) => {
        const rest = row.missing - Math.min(WRITTEN, row.sequences.length);
        return `${row.sequences.slice(0, WRITTEN).join(", ")}${rest > 0 ? ` ${t.more(rest)}` : ""}`;
      },
    },
    { key: "since", head: t.since, cell: (row) => <When at={row.since} c="dimmed" /> },
  ];
  return (
    <DataList
      label={t.missing}
      list={list}
      query={gaps}
      rowKey={(row) => row.object}
      columns={columns}
      empty={{ title: t.empty, body: t.emptyBody }}
    />
  );
}
