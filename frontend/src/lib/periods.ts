/** The periods that books are read by, as calendar days. Both ends belong to the period. */
import { addDays } from "./dates";

export interface Period {
  from: string;
  to: string;
}

export const PERIODS = ["thisMonth", "lastMonth", "thisQuarter", "thisYear"] as const;
export type PeriodName = (typeof PERIODS)[number];

const day = (year: number, month: number, date: number) => new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);

export function periodOf(name: PeriodName, today: string): Period {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7)) - 1;
  switch (name) {
    case "thisMonth":
      return { from: day(year, month, 1), to: addDays(day(year, month + 1, 1), -1) };
    case "lastMonth":
      return { from: day(year, month - 1, 1), to: addDays(day(year, month, 1), -1) };
    case "thisQuarter": {
      const first = month - (month % 3);
      return { from: day(year, first, 1), to: addDays(day(year, first + 3, 1), -1) };
    }
    case "thisYear":
      return { from: day(year, 0, 1), to: day(year, 11, 31) };
  }
}
