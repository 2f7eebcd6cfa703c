/** The lines of an order beside those of its delivery confirmation. */
import type { Trade, TradeLine } from "../types";
import { standing } from "./shares";

export interface ComparedLine {
  line: TradeLine;
  delivered: number;
  missing: number;
  lots: string[];
}

/** Lines that were cancelled are not expected; a line that the confirmation does not name was not delivered. */
export function compared(trade: Pick<Trade, "lines" | "delivery_confirmation">): ComparedLine[] {
  const filed = trade.delivery_confirmation?.lines ?? [];
  return standing(trade.lines).map((line) => {
    const own = filed.filter(({ line_id }) => line_id === line.id);
    const delivered = own.reduce((sum, { quantity }) => sum + quantity, 0);
    return {
      line,
      delivered,
      missing: Math.max(0, line.quantity - delivered),
      lots: own.flatMap(({ lot }) => (lot === undefined ? [] : [lot])),
    };
  });
}

/** The quantities of a confirmation by line, for what is short of the order. */
export function deliveredQuantities(trade: Pick<Trade, "lines" | "delivery_confirmation">): Map<string, number> {
  return new Map(compared(trade).map(({ line, delivered }) => [line.id, delivered]));
}
