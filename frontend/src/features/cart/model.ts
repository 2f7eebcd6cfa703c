/** A cart as it is shown: by supplier, each with its delivery fee. The amounts are the server's own. */
import type { Schemas } from "@/api/types";
import type { MoneyValue } from "@/lib/money";

export type Cart = Schemas["Cart"];
export type CartLine = Cart["lines"][number];

export interface CartGroup {
  supplier: { id: string; name: string };
  lines: CartLine[];
  goods: MoneyValue | undefined;
  delivery: MoneyValue | undefined;
}

/** Lines under their suppliers, in the order in which they were put in. */
export function groupBySupplier(cart: Cart): CartGroup[] {
  const groups = new Map<string, CartGroup>();
  for (const line of cart.lines) {
    const part = cart.parts.find((each) => each.supplier.id === line.supplier.id);
    const group = groups.get(line.supplier.id) ?? {
      supplier: line.supplier,
      lines: [],
      goods: part?.goods,
      delivery: part?.delivery,
    };
    group.lines.push(line);
    groups.set(line.supplier.id, group);
  }
  return [...groups.values()];
}

const hasProblem = (line: CartLine): boolean => (line.problem ?? "") !== "";

/** Whether an order can be placed as the cart stands. */
export const orderable = (cart: Cart): boolean => cart.lines.length > 0 && !cart.lines.some(hasProblem);

/** The most of a line that can be asked for; never under one, so that a full line can still be lowered. */
export function lineMax(line: CartLine): number {
  const left = line.stock === "low" ? (line.left ?? 999) : 999;
  return Math.max(1, Math.min(999, line.max_quantity ?? 999, left));
}
