/** A finding of the gate in words: what was checked, what is wrong, and the values that do not agree. */
import type { MoneyValue } from "@/lib/money";
import type { Finding } from "../types";

/** Checks whose values are amounts in the minor unit. */
const OF_MONEY = new Set(["supply_price", "price_floor", "amount"]);

/** A value as it came, or as money where the check compares amounts. */
export function findingValue(
  finding: Pick<Finding, "check" | "code">,
  value: string | undefined,
  currency: string,
): string | MoneyValue | undefined {
  if (value === undefined) return undefined;
  const amount = OF_MONEY.has(finding.check) && finding.code !== "currency_differs" && /^-?\d+$/.test(value);
  return amount ? { minor: Number(value), currency } : value;
}
