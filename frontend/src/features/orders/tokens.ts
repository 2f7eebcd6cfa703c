/**
 * The keys of orders that were placed in this browser or opened from a mail: with one a guest sees the order and acts on it.
 * Kept by shop, the newest first, and no more than a browser can be expected to remember.
 */
import { keep, kept } from "@/lib/kept";

export interface KeptOrder {
  id: string;
  number: string;
  token: string;
  at: string;
}

const MOST = 30;
const name = (shop: string) => `orders.${shop}`;

function isKeptOrder(value: unknown): value is KeptOrder {
  if (typeof value !== "object" || value === null) return false;
  const order = value as Partial<Record<keyof KeptOrder, unknown>>;
  return [order.id, order.number, order.token, order.at].every((each) => typeof each === "string");
}

export function keptOrders(shop: string): KeptOrder[] {
  const list = kept(name(shop));
  return Array.isArray(list) ? list.filter(isKeptOrder) : [];
}

/** A known order keeps its place in time and takes over what is new. */
export function keepOrder(shop: string, order: Pick<KeptOrder, "id" | "token"> & Partial<KeptOrder>): void {
  const orders = keptOrders(shop);
  const before = orders.find((each) => each.id === order.id);
  const entry: KeptOrder = {
    id: order.id,
    token: order.token,
    number: order.number ?? before?.number ?? "",
    at: order.at ?? before?.at ?? new Date().toISOString(),
  };
  const others = orders.filter((each) => each.id !== order.id);
  keep(name(shop), [entry, ...others].sort((a, b) => b.at.localeCompare(a.at)).slice(0, MOST));
}

export const orderToken = (shop: string, id: string): string | undefined =>
  keptOrders(shop).find((order) => order.id === id)?.token;
