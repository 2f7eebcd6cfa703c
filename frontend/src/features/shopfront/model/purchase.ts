/**
 * What a chosen variant and quantity cost, delivery included, before anything is put in a cart.
 * The server computes the same again at the checkout and has the last word.
 */
import { type MoneyValue, sumMoney } from "@/lib/money";

export interface DeliveryRule {
  fee: MoneyValue;
  free_from?: MoneyValue | null | undefined;
}

export interface Quote {
  goods: MoneyValue;
  delivery: MoneyValue;
  total: MoneyValue;
  /** What is missing for free delivery; undefined when there is no such thing or it is reached. */
  toFree: MoneyValue | undefined;
}

export const times = (money: MoneyValue, count: number): MoneyValue => ({ ...money, minor: money.minor * count });

export function quote(unitPrice: MoneyValue, quantity: number, rule: DeliveryRule): Quote {
  const goods = times(unitPrice, quantity);
  const freeFrom = rule.free_from ?? undefined;
  const free = rule.fee.minor === 0 || (freeFrom !== undefined && goods.minor >= freeFrom.minor);
  const delivery = free ? { ...rule.fee, minor: 0 } : rule.fee;
  const toFree = free || freeFrom === undefined ? undefined : { ...goods, minor: freeFrom.minor - goods.minor };
  return { goods, delivery, total: sumMoney([goods, delivery], goods.currency), toFree };
}

export interface Limits {
  min: number;
  max: number;
}

/** The most that a line of a cart may hold. */
const MOST = 999;

export function limits(
  product: { min_quantity?: number | null | undefined; max_quantity?: number | null | undefined },
  variant: { stock: string; left?: number | null | undefined } | undefined,
): Limits {
  const min = Math.max(1, product.min_quantity ?? 1);
  const left = variant?.stock === "low" ? (variant.left ?? MOST) : MOST;
  return { min, max: Math.max(min, Math.min(MOST, product.max_quantity ?? MOST, left)) };
}

/** Whole percent off the list price, rounded down so that no more is promised than is given. */
export function percentOff(list: MoneyValue | null | undefined, selling: MoneyValue): number {
  if (list === null || list === undefined || list.minor <= selling.minor || list.minor <= 0) return 0;
  return Math.floor(((list.minor - selling.minor) * 100) / list.minor);
}

/** The variant that the address names, else the first that can be bought, else the first. */
export function chosenVariant<Variant extends { sku: string; stock: string }>(
  variants: readonly Variant[],
  sku: string | undefined,
): Variant | undefined {
  return (
    variants.find((variant) => variant.sku === sku) ?? variants.find((variant) => variant.stock !== "out") ?? variants[0]
  );
}
