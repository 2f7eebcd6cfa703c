/** The columns and filters of a list of entries, for both faces. */
import { Button, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useT } from "@/i18n/provider";
import type { Column, Filter } from "@/ui/list";
import { When } from "@/ui/When";
import type { AuditEntry } from "../queries";
import { ChangeTable } from "./change-table";

interface AuditColumnsOptions {
  /** Shows only what was done to one thing. */
  onlyObject: (id: string) => void;
  /** Between who and what; the operator's list has the company there. */
  more?: readonly Column<AuditEntry>[];
}

export function useAuditColumns({ onlyObject, more = [] }: AuditColumnsOptions): readonly Column<AuditEntry>[] {
  const t = useT("audit");
  return [
    {
      key: "what",
      head: t.what,
      card: "title",
      cell: (row) => (
        <Stack gap={2} align="flex-start">
          <Text size="sm" fw={600}>
            {t.actions[row.action]}
          </Text>
          <ObjectName entry={row} onlyObject={onlyObject} />
          {row.reason !== undefined && (
            <Text size="xs">
              {t.reason}: {row.reason}
            </Text>
          )}
        </Stack>
      ),
    },
    { key: "changes", head: t.changes, cell: (row) => <ChangeTable label={t.actions[row.action]} changes={row.changes} /> },
    { key: "who", head: t.who, cell: (row) => <Who entry={row} /> },
    ...more,
    { key: "when", head: t.when, cell: (row) => <When at={row.at} /> },
    { key: "where", head: t.where, cell: (row) => <Where entry={row} /> },
  ];
}

function ObjectName({ entry, onlyObject }: { entry: AuditEntry; onlyObject: (id: string) => void }): ReactNode {
  const t = useT("audit");
  const { kind, id, label } = entry.object;
  const name = [t.objects[kind], label].filter((each) => each !== undefined && each !== "").join(" ");
  if (name === "") return null;
  return (
    <Button variant="transparent" size="compact-xs" px={0} onClick={() => onlyObject(id)} title={t.onlyThis(name)}>
      {name}
    </Button>
  );
}

function Who({ entry }: { entry: AuditEntry }) {
  const t = useT("audit");
  const roles = useT("common").role;
  const { kind, name, role, via } = entry.actor;
  const words: Partial<Record<string, string>> = { ...t.values, ...roles };
  const person = name === "" ? t.left : name;
  const capacity = [t.actorKinds[kind], role === undefined ? undefined : (words[role] ?? role), via].filter((each) => each !== undefined);
  return (
    <>
      {person !== undefined && (
        <Text size="sm" fw={600}>
          {person}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {capacity.join(" · ")}
      </Text>
    </>
  );
}

function Where({ entry }: { entry: AuditEntry }) {
  const t = useT("audit");
  const { origin } = entry;
  if (origin === undefined) return null;
  return (
    <>
      <Text size="xs" className="figures">
        {origin.address}
      </Text>
      <Text size="xs" c="dimmed" lineClamp={1} title={origin.agent ?? undefined} maw="14em">
        {origin.agent}
      </Text>
      {origin.trace_id !== undefined && (
        <Text size="xs" c="dimmed" title={origin.trace_id}>
          {t.trace(origin.trace_id)}
        </Text>
      )}
    </>
  );
}

/** What a list of entries can be narrowed to. */
export function auditFilters(t: ReturnType<typeof useT<"audit">>): readonly Filter[] {
  const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
  return [
    { kind: "search", name: "q", label: t.search },
    { kind: "select", name: "action", label: t.action, options: options(t.actions) },
    { kind: "select", name: "actor_kind", label: t.capacity, options: options(t.actorKinds) },
  ];
}
