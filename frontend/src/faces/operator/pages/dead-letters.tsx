/** Events that could not be delivered, and their second chance. */
import { Button, Code, Text } from "@mantine/core";
import { useState } from "react";
import { type DeadLetter, RetryDeadLetterDialog, useDeadLetters } from "@/features/platform";
import { useT } from "@/i18n/provider";
import { type Column, DataList, useList } from "@/ui/list";
import { PageHeader } from "@/ui/PageHeader";
import { When } from "@/ui/When";
import { Only } from "../parts/only";

export function DeadLettersPage() {
  const t = useT("operator").deadLetters;
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <Only needs="platform_manage">
        <Letters />
      </Only>
    </>
  );
}

function Letters() {
  const t = useT("operator").deadLetters;
  const list = useList();
  const letters = useDeadLetters(list.query);
  const [asking, ask] = useState<DeadLetter>();
  const columns: Column<DeadLetter>[] = [
    {
      key: "name",
      head: t.name,
      card: "title",
      cell: (row) => (
        <>
          <strong>{row.name}</strong>
          <Text size="xs" c="var(--tone-danger-fg)">
            {row.last_error ?? t.errorNone}
          </Text>
        </>
      ),
    },
    { key: "key", head: t.key, cell: (row) => <Code title={t.keyHint}>{row.key}</Code> },
    { key: "attempts", head: t.attempts, align: "end", cell: (row) => t.attemptsOf(row.attempts) },
    { key: "at", head: t.at, cell: (row) => <When at={row.created_at} c="dimmed" /> },
  ];
  return (
    <>
      <DataList
        label={t.title}
        list={list}
        query={letters}
        rowKey={(row) => row.id}
        columns={columns}
        empty={{ title: t.empty, body: t.emptyBody }}
        actions={(row) => (
          <Button size="xs" onClick={() => ask(row)} aria-label={`${t.retry} ${row.name}`}>
            {t.retry}
          </Button>
        )}
      />
      {asking !== undefined && <RetryDeadLetterDialog letter={asking} onClose={() => ask(undefined)} />}
    </>
  );
}
