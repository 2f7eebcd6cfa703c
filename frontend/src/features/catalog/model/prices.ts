/** The prices of a variant over time. */
import type { Price } from "../queries";

export type Stage = "past" | "now" | "planned";

export function stageOf(price: Pick<Price, "valid_from" | "valid_to">, now: number): Stage {
  if (Date.parse(price.valid_from) > now) return "planned";
  return price.valid_to !== undefined && Date.parse(price.valid_to) <= now ? "past" : "now";
}

/** The latest first: what is planned, what holds, what was. */
export function byTime(prices: readonly Price[]): Price[] {
  return prices.toSorted((a, b) => b.valid_from.localeCompare(a.valid_from));
}
