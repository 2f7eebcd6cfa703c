/** Who gets what of a trade. Owns the sums that screens show; refuses to guess what its reader may not see. */
import { type MoneyValue, sumMoney } from "@/lib/money";
import type { Trade, TradeLine } from "../types";

type Part = MoneyValue | undefined;

/** The sum of parts; undefined when one of them is not for these eyes. */
function sum(currency: string, parts: readonly Part[]): MoneyValue | undefined {
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length ? sumMoney(known, currency) : undefined;
}

type Shared = Pick<Trade, "my_roles" | "delivery" | "supply" | "margin">;

/** What the reader's company receives: the supply price and the delivery fee as supplier, the margin as seller. */
export function shareOf(trade: Shared): MoneyValue | undefined {
  const parts: Part[] = [];
  if (trade.my_roles.includes("supplier")) parts.push(trade.supply, trade.delivery);
  if (trade.my_roles.includes("seller")) parts.push(trade.margin);
  return parts.length === 0 ? undefined : sum(trade.delivery.currency, parts);
}

/** What stands of the buyer's money. */
export function stands(trade: Pick<Trade, "goods" | "delivery">): MoneyValue | undefined {
  return sum(trade.delivery.currency, [trade.goods, trade.delivery]);
}

const times = (price: Part, count: number): Part =>
  price === undefined ? undefined : { minor: price.minor * count, currency: price.currency };

/** Lines that can still be cancelled or delivered. */
export function standing(lines: readonly TradeLine[]): TradeLine[] {
  return lines.filter((line) => !line.cancelled);
}

/** What goes back when whole lines are cancelled; with the last of them the delivery fee goes back too. */
export function refundOf(trade: Pick<Trade, "lines" | "delivery">, ids: ReadonlySet<string>): MoneyValue | undefined {
  const open = standing(trade.lines);
  const chosen = open.filter(({ id }) => ids.has(id));
  const parts = chosen.map((line) => times(line.unit_price, line.quantity));
  if (chosen.length === open.length) parts.push(trade.delivery);
  return sum(trade.delivery.currency, parts);
}

export interface Shortfall {
  /** Pieces that were ordered and are not delivered. */
  pieces: number;
  /** What goes back to the buyer for them; a supplier for another seller does not see it. */
  refund: MoneyValue | undefined;
  /** What the supplier gets less. */
  supply: MoneyValue | undefined;
}

/** What a delivery of these quantities leaves out. A line that is not named is delivered whole. */
export function shortfallOf(trade: Pick<Trade, "lines" | "delivery">, quantities: ReadonlyMap<string, number>): Shortfall {
  const missing = standing(trade.lines).map((line) => ({
    line,
    count: Math.max(0, line.quantity - (quantities.get(line.id) ?? line.quantity)),
  }));
  const currency = trade.delivery.currency;
  return {
    pieces: missing.reduce((total, { count }) => total + count, 0),
    refund: sum(currency, missing.map(({ line, count }) => times(line.unit_price, count))),
    supply: sum(currency, missing.map(({ line, count }) => times(line.unit_supply, count))),
  };
}

/** What the company gets in the end when the rest is not delivered; the fee falls with what is sold. */
export function shareAfter(trade: Shared & Pick<Trade, "goods" | "fee">, short: Shortfall): MoneyValue | undefined {
  const share = shareOf(trade);
  if (share === undefined || short.pieces === 0) return share;
  if (!trade.my_roles.includes("seller")) {
    return short.supply === undefined ? undefined : { ...share, minor: Math.max(0, share.minor - short.supply.minor) };
  }
  const { goods, fee } = trade;
  if (short.refund === undefined || goods === undefined || fee === undefined || goods.minor === 0) return undefined;
  const feeLess = Math.round((fee.minor * short.refund.minor) / goods.minor);
  return { ...share, minor: Math.max(0, share.minor - short.refund.minor + feeLess) };
}
