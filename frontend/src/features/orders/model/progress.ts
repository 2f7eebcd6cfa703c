/** Where a trade stands for the person who waits for the parcel. The machine itself lives on the server. */
import type { Schemas } from "@/api/types";
import { type MoneyValue, sumMoney } from "@/lib/money";

export type Order = Schemas["BuyerOrder"];
export type Part = Order["parts"][number];
export type OrderLine = Part["lines"][number];

/** The stretches that a buyer knows; the keys of the dictionary. */
export const STRETCHES = ["paid", "preparing", "shipping", "arrived", "confirmed"] as const;
export type Stretch = (typeof STRETCHES)[number];

const STRETCH_OF: Readonly<Record<string, Stretch>> = {
  paid: "paid",
  po_requested: "preparing",
  po_issued: "preparing",
  po_accepted: "preparing",
  delivery_filed: "preparing",
  shipment_approved: "preparing",
  in_transit: "shipping",
  arrived: "arrived",
  confirmed: "confirmed",
  settled: "confirmed",
};

/** Undefined for a part that is cancelled or not yet a trade. */
export const stretchOf = (state: string | null | undefined): Stretch | undefined => STRETCH_OF[state ?? ""];

export const isCancelled = (part: Part): boolean => part.state === "cancelled";

/** What the buyer has paid for the part and has not got back: it is released by the confirmation. */
export function heldAmount(part: Part): MoneyValue {
  const paid = sumMoney([part.goods, part.delivery], part.goods.currency);
  return { ...paid, minor: Math.max(0, paid.minor - part.refunded.minor) };
}

const RELEASED = new Set(["confirmed", "settled", "cancelled"]);

/** What of the order still lies in escrow: nothing of a part that is confirmed or cancelled. */
export function inEscrow(order: Order): MoneyValue {
  const parts = order.parts.filter((part) => part.state && !RELEASED.has(part.state));
  return sumMoney(parts.map(heldAmount), order.total.currency);
}

/** Whole lines are cancelled, never a part of one. */
export const isGone = (line: Pick<OrderLine, "cancelled">): boolean => line.cancelled;

/** Lines of which something is still to be delivered. */
export const cancellable = (part: Part): OrderLine[] => part.lines.filter((line) => !isGone(line));

/**
 * What comes back when these lines are cancelled; undefined where the delivery fee may change with it
 * and only the server can say.
 */
export function refundOf(part: Part, ids: readonly string[]): { amount: MoneyValue; whole: boolean } {
  const open = cancellable(part);
  const whole = open.length > 0 && open.every((line) => ids.includes(line.id));
  if (whole) return { amount: heldAmount(part), whole };
  const amounts = open
    .filter((line) => ids.includes(line.id))
    .map((line) => ({ ...line.unit_price, minor: line.unit_price.minor * line.quantity }));
  return { amount: sumMoney(amounts, part.goods.currency), whole };
}

export type PaymentSituation = "paid" | "payable" | "checking" | "held" | "over";

/** What there is to do about the payment. `now` is given, so that the clock is one. */
export function paymentSituation(order: Order, now: number): PaymentSituation {
  if (order.state === "paid") return "paid";
  // What was paid and then cancelled keeps its history, and says where the money went.
  if (order.state === "cancelled" && order.parts.some((part) => part.state)) return "paid";
  const payment: string | undefined = order.payment?.state;
  if (payment === "held") return "held";
  if (order.state === "cancelled") return "over";
  // The provider has the money and the order is about to hear of it.
  if (payment === "captured") return "checking";
  if (order.state !== "pending_payment") return "over";
  if (payment === "pending") return "checking";
  const expires = order.expires_at;
  return expires && Date.parse(expires) <= now ? "over" : "payable";
}

/** Minutes and seconds left, for the clock of a reservation; never below zero. */
export function timeLeft(expiresAt: string, now: number): { minutes: number; seconds: number } {
  const seconds = Math.max(0, Math.ceil((Date.parse(expiresAt) - now) / 1000));
  return { minutes: Math.floor(seconds / 60), seconds: seconds % 60 };
}
