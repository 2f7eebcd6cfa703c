/** Series for charts: a day without sales is a day with none, not a missing one. */
import { addDays } from "@/lib/dates";
import type { MoneyValue } from "@/lib/money";

export interface DayAmount {
  on: string;
  amount: MoneyValue;
}

/** The last `count` days up to and with `today`. */
export function filledDays(rows: readonly DayAmount[], today: string, count: number): { day: string; amount: MoneyValue }[] {
  const currency = rows[0]?.amount.currency ?? "KRW";
  const known = new Map(rows.map(({ on, amount }) => [on, amount]));
  return Array.from({ length: count }, (_, index) => {
    const day = addDays(today, index + 1 - count);
    return { day, amount: known.get(day) ?? { minor: 0, currency } };
  });
}
