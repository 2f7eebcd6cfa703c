/** Bank-transfer files that were made. A file shows whole account numbers, so only those who settle may have it. */
import { Button, Code } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { download } from "@/api/download";
import { useOperatorMay } from "@/api/permission";
import { toProblem } from "@/api/problem";
import { type Batch, batchFilePath, useBatches } from "@/features/payout";
import { useT } from "@/i18n/provider";
import { ButtonLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { useNotify } from "@/ui/notify";
import { PageHeader } from "@/ui/PageHeader";
import { When } from "@/ui/When";

export function BatchesPage() {
  const t = useT("operator").batches;
  const may = useOperatorMay();
  const notify = useNotify();
  const list = useList();
  const batches = useBatches(list.query);
  const save = (batch: Batch) =>
    void download(batchFilePath(batch.id), `${batch.number}.csv`).catch((error: unknown) => notify.problem(toProblem(error)));
  const columns: Column<Batch>[] = [
    { key: "number", head: t.number, card: "title", cell: (row) => <strong className="figures">{row.number}</strong> },
    { key: "count", head: t.count, align: "end", cell: (row) => t.countOf(row.count) },
    { key: "total", head: t.total, align: "end", cell: (row) => <Money value={row.total} fw={600} /> },
    { key: "hash", head: t.hash, cell: (row) => <Code title={row.file_sha256} className="figures">{row.file_sha256.slice(0, 12)}…</Code> },
    { key: "made", head: t.made, cell: (row) => <When at={row.created_at} c="dimmed" /> },
  ];
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <DataList
        label={t.title}
        list={list}
        query={batches}
        rowKey={(row) => row.id}
        columns={columns}
        empty={{
          title: t.empty,
          body: t.emptyBody,
          action: (
            <ButtonLink to="/operator/payouts" variant="default">
              {t.toPayouts}
            </ButtonLink>
          ),
        }}
        actions={(row) =>
          may("settle") && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconDownload size={14} aria-hidden />}
              aria-label={`${t.download} ${row.number}`}
              onClick={() => save(row)}
            >
              {t.download}
            </Button>
          )
        }
      />
    </>
  );
}
