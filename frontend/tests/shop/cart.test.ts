import { describe, expect, it } from "vitest";
import { type Cart, groupBySupplier, lineMax, orderable } from "@/features/cart/model";
import { won } from "@/lib/money";

const line = (over: Partial<Cart["lines"][number]>): Cart["lines"][number] => ({
  variant_id: "v1",
  product_slug: "bread",
  title: "우유식빵",
  variant_name: "통식빵",
  quantity: 1,
  unit_price: won(6500),
  amount: won(6500),
  stock: "in",
  supplier: { id: "hanbit", name: "한빛제빵" },
  ...over,
});
const mill = { id: "mill", name: "새벽제분" };
const cart = (lines: Cart["lines"]): Cart => ({
  lines,
  parts: [
    { supplier: { id: "hanbit", name: "한빛제빵" }, goods: won(13_000), delivery: won(3000) },
    { supplier: mill, goods: won(2400), delivery: won(0) },
  ],
  goods: won(15_400),
  delivery: won(3000),
  vat_included: won(1672),
  total: won(18_400),
  count: 3,
});

describe("a cart across suppliers", () => {
  it("stands by supplier, each with its own delivery fee, in the order of putting in", () => {
    const groups = groupBySupplier(cart([line({}), line({ variant_id: "v2", supplier: mill }), line({ variant_id: "v3" })]));
    expect(groups.map((group) => [group.supplier.id, group.lines.map((each) => each.variant_id), group.delivery?.minor])).toEqual([
      ["hanbit", ["v1", "v3"], 3000],
      ["mill", ["v2"], 0],
    ]);
  });

  it("can be ordered only when no line has a problem", () => {
    expect(orderable(cart([line({})]))).toBe(true);
    expect(orderable(cart([]))).toBe(false);
    expect(orderable(cart([line({}), line({ variant_id: "v2", problem: "stock.unavailable" as never })]))).toBe(false);
  });

  it("says the most of a line that can be asked for", () => {
    expect(lineMax(line({}))).toBe(999);
    expect(lineMax(line({ max_quantity: 10 }))).toBe(10);
    expect(lineMax(line({ stock: "low", left: 3, max_quantity: 10 }))).toBe(3);
    expect(lineMax(line({ stock: "low", left: 0 }))).toBe(1);
  });
});
