/** The whole audit log: who did what, for which company, from where; and that nothing in it was altered. */
import { Button, Group, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { download } from "@/api/download";
import { toProblem } from "@/api/problem";
import { auditFilters, AuditProofPaper, useAuditColumns, useOperatorAudit } from "@/features/audit";
import { useT } from "@/i18n/provider";
import { AnchorLink } from "@/ui/links";
import { DataList, useList } from "@/ui/list";
import { useNotify } from "@/ui/notify";
import { PageHeader } from "@/ui/PageHeader";
import { PeriodFilter } from "@/ui/workspace/PeriodFilter";

export function AuditPage() {
  const t = useT("audit");
  const list = useList({ limit: 50 });
  const entries = useOperatorAudit(list.query);
  const columns = useAuditColumns({
    onlyObject: (id) => list.setFilter("object_id", id),
    more: [
      {
        key: "company",
        head: t.company,
        cell: ({ company }) =>
          company === undefined ? null : (
            <AnchorLink to="/operator/companies/$id" params={{ id: company.id }}>
              {company.name}
            </AnchorLink>
          ),
      },
    ],
  });
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} actions={<FileButton filters={list.filters} />} />
      <AuditProofPaper />
      <PeriodFilter />
      {list.filters.object_id !== undefined && (
        <Group gap="sm" mb="sm" role="status">
          <Text size="sm">{t.ofObject}</Text>
          <Button size="xs" variant="default" onClick={() => list.setFilter("object_id", undefined)}>
            {t.showAll}
          </Button>
        </Group>
      )}
      <DataList
        label={t.entries}
        list={list}
        query={entries}
        rowKey={(row) => row.id}
        columns={columns}
        cardsBelow="75em"
        filters={auditFilters(t)}
        empty={{ title: t.none, body: t.noneBody }}
      />
    </>
  );
}

function FileButton({ filters }: { filters: Readonly<Record<string, string>> }) {
  const t = useT("audit");
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const save = () => {
    setBusy(true);
    download(`/api/v1/operator/audit-entries/entries.csv?${new URLSearchParams(filters)}`, "audit-log.csv")
      .catch((error: unknown) => notify.problem(toProblem(error)))
      .finally(() => setBusy(false));
  };
  return (
    <Button variant="default" loading={busy} leftSection={<IconDownload size={16} aria-hidden />} onClick={save}>
      {t.file}
    </Button>
  );
}
