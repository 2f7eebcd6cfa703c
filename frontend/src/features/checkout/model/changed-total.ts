/** A total that is no longer what the buyer saw: recognised, and read out of the server's answer where it says the new one. */
import type { Problem } from "@/api/problem";
import type { MoneyValue } from "@/lib/money";

export const isTotalChanged = (problem: Problem | null): boolean =>
  problem !== null && (problem.code as string).endsWith("total_changed");

/** The detail is "22000 KRW": minor units and the currency. */
export function newTotal(problem: Problem): MoneyValue | undefined {
  const match = /(\d+)\s+([A-Z]{3})/.exec(problem.detail ?? "");
  return match === null ? undefined : { minor: Number(match[1]), currency: match[2] ?? "" };
}
