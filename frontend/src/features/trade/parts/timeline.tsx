/** What happened to a trade, newest first. It is kept whole: nothing in it is ever changed. */
import { useT } from "@/i18n/provider";
import { Timeline } from "@/ui/Timeline";
import type { TimelineStep } from "../types";

export function TradeTimeline({ steps }: { steps: readonly TimelineStep[] }) {
  const t = useT("common").trade;
  const actions: Partial<Record<string, string>> = t.action;
  const entries = steps.map((step, index) => ({
    id: String(index),
    at: step.at,
    title: actions[step.action] ?? step.action,
    // A program is known by what its company called it.
    actor: step.program?.name ?? step.by,
    reason: step.reason,
  }));
  return <Timeline label={t.timeline} entries={entries.reverse()} />;
}
