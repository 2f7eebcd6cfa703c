/** A page of the log: its period and filters, one thing's entries alone where that was asked for, and the file. */
import { Button, Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useT } from "@/i18n/provider";
import { ExportButton } from "@/ui/ExportButton";
import { type Column, DataList, type List, type PageQuery } from "@/ui/list";
import { PageHeader } from "@/ui/PageHeader";
import { PeriodFilter } from "@/ui/workspace/PeriodFilter";
import type { AuditEntry } from "../queries";
import { auditFilters, useAuditColumns } from "./entries";

interface AuditLogProps {
  list: List;
  entries: PageQuery<AuditEntry>;
  /** Where the file of what is shown comes from. */
  path: string;
  /** Between who and what; the operator's list has the company there. */
  more?: readonly Column<AuditEntry>[];
  /** The width below which rows are cards. */
  cardsBelow: string;
  /** Between the heading and the list. */
  children?: ReactNode;
}

export function AuditLog({ list, entries, path, more, cardsBelow, children }: AuditLogProps) {
  const t = useT("audit");
  const columns = useAuditColumns({ onlyObject: (id) => list.setFilter("object_id", id), more });
  const file = new URLSearchParams(list.filters);
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} actions={<ExportButton path={`${path}?${file}`} name="audit-log.csv" label={t.file} />} />
      {children}
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
        cardsBelow={cardsBelow}
        filters={auditFilters(t)}
        empty={{ title: t.none, body: t.noneBody }}
      />
    </>
  );
}
