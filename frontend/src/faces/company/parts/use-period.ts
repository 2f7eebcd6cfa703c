/** The period that a page of the books is read for: the address names it, else it is this month. */
import { useSearch } from "@tanstack/react-router";
import { businessDay } from "@/lib/dates";
import { type Period, periodOf } from "@/lib/periods";

export function usePeriod(): Period {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const fallback = periodOf("thisMonth", businessDay(Date.now()));
  const read = (name: keyof Period) => (typeof search[name] === "string" ? search[name] : fallback[name]);
  return { from: read("from"), to: read("to") };
}
