/** The audit log of the company: who changed what, with what before and after. */
import { Button, Group, Text } from "@mantine/core";
import { auditFilters, useAuditColumns, useCompanyAudit } from "@/features/audit";
import { useT } from "@/i18n/provider";
import { DataList, useList } from "@/ui/list";
import { PageHeader } from "@/ui/PageHeader";
import { PeriodFilter } from "@/ui/workspace/PeriodFilter";
import { ExportButton } from "../parts/export";

export function AuditPage() {
  const t = useT("audit");
  const list = useList();
  const entries = useCompanyAudit(list.query);
  const columns = useAuditColumns({ onlyObject: (id) => list.setFilter("object_id", id) });
  const file = new URLSearchParams(list.filters);
  return (
    <>
      <PageHeader
        title={t.title}
        intro={t.intro}
        actions={<ExportButton path={`/api/v1/company/audit-entries/entries.csv?${file}`} name="audit-log.csv" label={t.file} />}
      />
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
        cardsBelow="62em"
        filters={auditFilters(t)}
        empty={{ title: t.none, body: t.noneBody }}
      />
    </>
  );
}
