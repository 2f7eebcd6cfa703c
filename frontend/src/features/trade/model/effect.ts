/** What a step of a company does to the money, for the words in which it is asked whether it is meant. */
import type { MoneyValue } from "@/lib/money";
import type { Trade } from "../types";
import { shareOf, stands } from "./shares";

export type Effect =
  /** The money stays in escrow; `amount` is what the company will get in the end. */
  | { kind: "stays"; amount: MoneyValue | undefined }
  /** It goes back to the buyer. */
  | { kind: "refund"; amount: MoneyValue | undefined }
  /** The buyer's silence will release it. */
  | { kind: "clock"; amount: MoneyValue | undefined };

export function effectOf(action: string, trade: Pick<Trade, "my_roles" | "goods" | "delivery" | "supply" | "margin">): Effect {
  if (action === "decline_po" || action === "cancel") return { kind: "refund", amount: stands(trade) };
  if (action === "mark_arrived") return { kind: "clock", amount: shareOf(trade) };
  return { kind: "stays", amount: shareOf(trade) };
}
