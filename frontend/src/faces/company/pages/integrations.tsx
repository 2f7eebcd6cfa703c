/** The company's programs: the keys with which they call, and the webhooks by which they hear. */
import { Button, Code, Group, Tabs, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useMay } from "@/api/permission";
import {
  type ApiKey,
  ApiKeyStateBadge,
  EndOverlapDialog,
  type Endpoint,
  EndpointBadge,
  EndpointForm,
  MakeKeyDialog,
  PROGRAM_PERMISSIONS,
  RevokeKeyDialog,
  RotateKeyDialog,
  useApiKeys,
  useEndpoints,
} from "@/features/integrations";
import { useT } from "@/i18n/provider";
import { AnchorLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { PageHeader } from "@/ui/PageHeader";
import { ForbiddenState } from "@/ui/states";
import { When } from "@/ui/When";

const TABS = ["keys", "webhooks"] as const;

export function IntegrationsPage() {
  const t = useT("company").integrations;
  const may = useMay();
  const list = useList();
  const tab = list.tab === "webhooks" ? "webhooks" : "keys";
  const [adding, setAdding] = useState(false);
  const allowed = may("webhooks_manage") && may("api_keys_manage");
  return (
    <>
      <PageHeader
        title={t.title}
        intro={t.intro}
        actions={
          allowed && (
            <>
              <Button component="a" href="/api/v1/docs/" target="_blank" rel="noreferrer" variant="default">
                {t.docs}
              </Button>
              <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
                {t[tab].add}
              </Button>
            </>
          )
        }
      />
      {allowed ? (
        <Tabs value={tab} onChange={(value) => list.setTab(value ?? "keys")} keepMounted={false}>
          <Tabs.List mb="lg">
            {TABS.map((each) => (
              <Tabs.Tab key={each} value={each}>
                {t.tabs[each]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="keys">
            <Keys />
          </Tabs.Panel>
          <Tabs.Panel value="webhooks">
            <Endpoints />
          </Tabs.Panel>
        </Tabs>
      ) : (
        <ForbiddenState body={t.forbidden} />
      )}
      {adding && tab === "keys" && <MakeKeyDialog onClose={() => setAdding(false)} />}
      {adding && tab === "webhooks" && <EndpointForm onClose={() => setAdding(false)} />}
    </>
  );
}

type Asking = { what: "rotate" | "endOverlap" | "revoke"; key: ApiKey };

function Keys() {
  const words = useT("company").integrations;
  const t = words.keys;
  const list = useList();
  const keys = useApiKeys(list.query);
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  const may = (row: ApiKey) =>
    PROGRAM_PERMISSIONS.filter((each) => (row.permissions as readonly string[]).includes(each)).map((each) => words.permissions[each]);
  const columns: Column<ApiKey>[] = [
    {
      key: "name",
      head: t.name,
      card: "title",
      cell: (row) => (
        <>
          <strong>{row.name}</strong>
          <Text size="xs" c="dimmed">
            {may(row).join(" · ") || t.onlyView}
          </Text>
        </>
      ),
    },
    {
      key: "hint",
      head: t.hint,
      cell: (row) => (
        <>
          <Code>{row.hint}…</Code>
          {row.old_hint !== undefined && row.old_ends_at !== undefined && (
            <Text size="xs" c="dimmed">
              {t.oldEnds(row.old_hint)} <When at={row.old_ends_at} />
            </Text>
          )}
        </>
      ),
    },
    { key: "state", head: t.state, cell: (row) => <ApiKeyStateBadge state={row.state} /> },
    {
      key: "used",
      head: t.lastUsed,
      cell: (row) => (row.last_used_at === undefined ? <Text c="dimmed">{t.neverUsed}</Text> : <When at={row.last_used_at} c="dimmed" />),
    },
    { key: "expires", head: t.expires, cell: (row) => <When at={row.expires_at} exact c="dimmed" /> },
  ];
  return (
    <>
      <DataList
        label={words.tabs.keys}
        list={list}
        query={keys}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        columns={columns}
        empty={{ title: t.empty, body: t.emptyBody }}
        cardsBelow="62em"
        actions={(row) =>
          row.state === "active" && (
            <Group gap={4} wrap="nowrap">
              {row.old_ends_at !== undefined && (
                <Button size="xs" variant="subtle" onClick={() => setAsking({ what: "endOverlap", key: row })} aria-label={`${row.name} ${t.endOverlap}`}>
                  {t.endOverlap}
                </Button>
              )}
              <Button size="xs" variant="subtle" onClick={() => setAsking({ what: "rotate", key: row })} aria-label={`${row.name} ${t.rotate}`}>
                {t.rotate}
              </Button>
              <Button
                size="xs"
                variant="subtle"
                color="danger"
                onClick={() => setAsking({ what: "revoke", key: row })}
                aria-label={`${row.name} ${t.revoke}`}
              >
                {t.revoke}
              </Button>
            </Group>
          )
        }
      />
      {asking?.what === "rotate" && <RotateKeyDialog apiKey={asking.key} onClose={close} />}
      {asking?.what === "endOverlap" && <EndOverlapDialog apiKey={asking.key} onClose={close} />}
      {asking?.what === "revoke" && <RevokeKeyDialog apiKey={asking.key} onClose={close} />}
    </>
  );
}

function Endpoints() {
  const words = useT("company").integrations;
  const t = words.webhooks;
  const list = useList();
  const endpoints = useEndpoints(list.query);
  const columns: Column<Endpoint>[] = [
    {
      key: "url",
      head: t.url,
      card: "title",
      cell: (row) => (
        <>
          <AnchorLink to="/company/integrations/webhooks/$id" params={{ id: row.id }} fw={600} style={{ overflowWrap: "anywhere" }}>
            {row.url}
          </AnchorLink>
          {row.description !== "" && (
            <Text size="xs" c="dimmed">
              {row.description}
            </Text>
          )}
        </>
      ),
    },
    { key: "state", head: t.state, cell: (row) => <EndpointBadge endpoint={row} /> },
    { key: "events", head: t.events, cell: (row) => t.eventCount(row.event_types.length) },
    { key: "created", head: t.created, cell: (row) => <When at={row.created_at} c="dimmed" /> },
  ];
  return (
    <DataList
      label={words.tabs.webhooks}
      list={list}
      query={endpoints}
      rowKey={(row) => row.id}
      rowName={(row) => row.url}
      columns={columns}
      empty={{ title: t.empty, body: t.emptyBody }}
    />
  );
}
