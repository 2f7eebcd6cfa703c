/** All of the company's data in one file: asked for, being made, and to be fetched for some days. */
import { Button, Progress, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { download } from "@/api/download";
import { toProblem } from "@/api/problem";
import { useLocale, useT } from "@/i18n/provider";
import { formatBytes } from "@/lib/bytes";
import { type Column, DataList, useList } from "@/ui/list";
import { useNotify } from "@/ui/notify";
import { Panel } from "@/ui/Panel";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { Badge, type Tone } from "@/ui/StateBadge";
import { When } from "@/ui/When";
import { type Export, useAskExport, useExports } from "../life";

const TONE: Record<Export["state"], Tone> = { waiting: "neutral", running: "caution", ready: "positive", failed: "danger", gone: "neutral" };

export function ExportsPanel({ slug }: { slug: string }) {
  const t = useT("company").settings.exports;
  const list = useList({ limit: 20 });
  const exports = useExports(list.query);
  const ask = useAskExport();
  const { locale } = useLocale();
  const busy = exports.data?.items.some((row) => row.state === "waiting" || row.state === "running") === true;
  const columns: Column<Export>[] = [
    { key: "asked", head: t.asked, card: "title", cell: (row) => <When at={row.asked_at} exact /> },
    { key: "state", head: t.state, cell: (row) => <State row={row} /> },
    { key: "size", head: t.size, cell: (row) => (row.size === undefined ? "" : formatBytes(row.size, locale)) },
    { key: "ends", head: t.ends, cell: (row) => (row.state === "ready" && row.ends_at !== undefined ? <When at={row.ends_at} exact /> : "") },
  ];
  return (
    <Panel
      title={t.title}
      action={
        <Button size="xs" loading={ask.isPending} disabled={busy} onClick={() => ask.mutate(undefined)}>
          {t.make}
        </Button>
      }
    >
      <Stack gap="sm">
        <Text>{t.intro}</Text>
        <ProblemAlert problem={ask.error} />
        <DataList
          label={t.title}
          list={list}
          query={exports}
          rowKey={(row) => row.id}
          rowName={(row) => row.asked_at}
          columns={columns}
          actions={(row) => (row.state === "ready" ? <Fetch row={row} slug={slug} /> : null)}
        />
      </Stack>
    </Panel>
  );
}

function State({ row }: { row: Export }) {
  const t = useT("company").settings.exports;
  const share = row.tables_total === 0 ? 0 : Math.round((100 * row.tables_done) / row.tables_total);
  if (row.state !== "running") return <Badge tone={TONE[row.state]}>{t.states[row.state]}</Badge>;
  return (
    <Stack gap={2} miw={140}>
      <Progress value={share} aria-label={t.states.running} />
      <Text size="xs" c="dimmed" role="status">
        {t.progress(row.tables_done, row.tables_total, row.rows_done)}
      </Text>
    </Stack>
  );
}

function Fetch({ row, slug }: { row: Export; slug: string }) {
  const t = useT("company").settings.exports;
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const save = () => {
    setBusy(true);
    download(`/api/v1/company/exports/${row.id}/file`, `${slug}-${row.asked_at.slice(0, 10)}.zip`)
      .catch((error: unknown) => notify.problem(toProblem(error)))
      .finally(() => setBusy(false));
  };
  return (
    <Button size="xs" variant="default" loading={busy} leftSection={<IconDownload size={14} aria-hidden />} onClick={save}>
      {t.fetch}
    </Button>
  );
}
