/** What happened to a trade, newest first: what, when, by whom and why. */
import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useT } from "@/i18n/provider";
import classes from "./Timeline.module.css";
import { When } from "./When";

export interface TimelineEntry {
  id: string;
  at: string;
  /** What happened, in words: usually a state's name. */
  title: ReactNode;
  /** buyer, seller, supplier, operator, system, or a person's name. */
  actor?: string | undefined;
  reason?: string | undefined;
}

export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label?: string }) {
  const t = useT("common");
  const actors: Partial<Record<string, string>> = t.actor;
  // What the platform did by itself has a word for a reason, people have written theirs.
  const causes: Partial<Record<string, string>> = t.trade.causes;
  if (entries.length === 0) return <Text c="dimmed">{t.timeline.empty}</Text>;
  return (
    <ol className={classes.list} aria-label={label ?? t.timeline.label}>
      {entries.map((entry) => (
        <li key={entry.id} className={classes.entry}>
          <Text fw={600}>{entry.title}</Text>
          <Text size="sm" c="dimmed">
            <When at={entry.at} />
            {entry.actor !== undefined && ` · ${t.timeline.by(actors[entry.actor] ?? entry.actor)}`}
          </Text>
          {entry.reason !== undefined && <Text size="sm">{causes[entry.reason] ?? entry.reason}</Text>}
        </li>
      ))}
    </ol>
  );
}
