/** Series for the first page. */
import { addDays } from "@/lib/dates";
import type { MoneyValue } from "@/lib/money";

const DAYS = 30;

/** The last thirty days up to today; a day on which nobody paid is a day with none, not a missing one. */
export function gmvDays(rows: readonly { on: string; amount: MoneyValue }[], today: string): { day: string; amount: MoneyValue }[] {
  const currency = rows[0]?.amount.currency ?? "KRW";
  const known = new Map(rows.map(({ on, amount }) => [on, amount]));
  return Array.from({ length: DAYS }, (_, index) => {
    const day = addDays(today, index + 1 - DAYS);
    return { day, amount: known.get(day) ?? { minor: 0, currency } };
  });
}

/** The states of a trade in the order in which it passes through them; what was cancelled stands last. */
const ORDER = [
  "paid",
  "po_requested",
  "po_issued",
  "po_accepted",
  "delivery_filed",
  "shipment_approved",
  "in_transit",
  "arrived",
  "confirmed",
  "settled",
  "cancelled",
];

export function inOrder<Row extends { state: string }>(rows: readonly Row[]): Row[] {
  const place = (state: string) => (ORDER.includes(state) ? ORDER.indexOf(state) : ORDER.length);
  return rows.toSorted((a, b) => place(a.state) - place(b.state));
}
