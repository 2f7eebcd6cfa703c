/** The identity that the proof rests on: what came in lies somewhere. */
import { type MoneyValue, sumMoney } from "@/lib/money";
import type { Proof } from "../queries";

type Totals = Proof["totals"];

export const PLACES = ["escrow", "payable", "paid_out", "fees", "vat", "refunded"] as const;

export function placesSum(totals: Totals): MoneyValue {
  return sumMoney(
    PLACES.map((place) => totals[place]),
    totals.captured.currency,
  );
}

/** What came in, less where it lies: zero when all of it is accounted for. */
export function unaccounted(totals: Totals): MoneyValue {
  return { minor: totals.captured.minor - placesSum(totals).minor, currency: totals.captured.currency };
}
