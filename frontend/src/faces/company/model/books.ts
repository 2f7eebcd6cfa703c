/** Sums of the books in the terms of the screens. */
import type { RevenueSummaryRow } from "@/features/books";
import { type MoneyValue, sumMoney } from "@/lib/money";

type Income = Pick<RevenueSummaryRow, "sales" | "supply" | "commission" | "delivery">;

/** What came in by selling and supplying, before costs and fees. A commission that is paid counts against it. */
export function turnover({ sales, supply, commission, delivery }: Income): MoneyValue {
  return sumMoney([sales, supply, commission, delivery], sales.currency);
}

/** "2026년 11월" of any day in it. */
export function monthName(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { year: "numeric", month: "short", timeZone: "UTC" }).format(new Date(`${day.slice(0, 7)}-01T00:00:00Z`));
}
