import { describe, expect, it } from "vitest";
import { effectOf } from "@/features/trade/model/effect";
import { findingValue } from "@/features/trade/model/finding";
import { pathOf } from "@/features/trade/model/path";
import { refundOf, shareAfter, shareOf, shortfallOf, stands } from "@/features/trade/model/shares";
import type { Trade, TradeLine } from "@/features/trade/types";
import { won } from "@/lib/money";

const line = (id: string, quantity: number, more: Partial<TradeLine> = {}): TradeLine => ({
  id,
  variant_id: id,
  sku: id,
  name: id,
  variant_name: id,
  unit: "개",
  tax_class: "taxable",
  quantity,
  cancelled: false,
  unit_price: won(11_000),
  unit_supply: won(8_250),
  goods: won(11_000 * quantity),
  supply: won(8_250 * quantity),
  ...more,
});

type Money = Pick<Trade, "my_roles" | "goods" | "delivery" | "supply" | "fee" | "margin" | "lines">;

/** Four loaves: 44,000 for the goods, 33,000 to the supplier, 1,320 fee, 9,680 margin. */
const trade: Money = {
  my_roles: ["seller"],
  goods: won(44_000),
  delivery: won(3_000),
  supply: won(33_000),
  fee: won(1_320),
  margin: won(9_680),
  lines: [line("a", 1), line("b", 3)],
};
const supplierOnly: Money = {
  ...trade,
  my_roles: ["supplier"],
  goods: undefined,
  fee: undefined,
  margin: undefined,
  lines: trade.lines.map((each) => ({ ...each, unit_price: undefined, goods: undefined })),
};

describe("who gets what of a trade", () => {
  it("gives the seller the margin, the supplier supply and delivery, and one company both", () => {
    expect(shareOf(trade)).toEqual(won(9_680));
    expect(shareOf(supplierOnly)).toEqual(won(36_000));
    expect(shareOf({ ...trade, my_roles: ["seller", "supplier"] })).toEqual(won(45_680));
  });

  it("says nothing of what its reader may not see", () => {
    expect(stands(supplierOnly)).toBeUndefined();
    expect(refundOf(supplierOnly, new Set(["a"]))).toBeUndefined();
    expect(shareOf({ ...trade, my_roles: [] })).toBeUndefined();
  });

  it("gives the delivery fee back only with the last line", () => {
    expect(refundOf(trade, new Set(["a"]))).toEqual(won(11_000));
    expect(refundOf(trade, new Set(["a", "b"]))).toEqual(won(47_000));
    const rest = { ...trade, lines: [line("a", 1, { cancelled: true }), line("b", 3)] };
    expect(refundOf(rest, new Set(["b"]))).toEqual(won(36_000));
  });

  it("counts what a short delivery leaves out", () => {
    const short = shortfallOf(trade, new Map([["b", 1]]));
    expect(short).toEqual({ pieces: 2, refund: won(22_000), supply: won(16_500) });
    expect(shortfallOf(trade, new Map()).pieces).toBe(0);
  });

  it("lowers the share by what is not delivered, with the fee on it", () => {
    const quantities = new Map([["b", 1]]);
    expect(shareAfter(supplierOnly, shortfallOf(supplierOnly, quantities))).toEqual(won(19_500));
    const own: Money = { ...trade, my_roles: ["seller", "supplier"] };
    // 22,000 less is sold, on which the fee was 660.
    expect(shareAfter(own, shortfallOf(own, quantities))).toEqual(won(45_680 - 22_000 + 660));
    expect(shareAfter(own, shortfallOf(own, new Map()))).toEqual(won(45_680));
  });
});

describe("what a step does to the money", () => {
  it("gives it back, starts the clock, or leaves it in escrow", () => {
    expect(effectOf("decline_po", trade)).toEqual({ kind: "refund", amount: won(47_000) });
    expect(effectOf("decline_po", supplierOnly)).toEqual({ kind: "refund", amount: undefined });
    expect(effectOf("mark_arrived", supplierOnly)).toEqual({ kind: "clock", amount: won(36_000) });
    expect(effectOf("request_po", trade)).toEqual({ kind: "stays", amount: won(9_680) });
  });
});

describe("the way of a trade", () => {
  it("marks what is done, what is now and what is ahead", () => {
    const stages = pathOf("po_issued")?.map(({ stage }) => stage);
    expect(stages?.slice(0, 4)).toEqual(["done", "done", "now", "ahead"]);
    expect(pathOf("cancelled")).toBeUndefined();
  });
});

describe("a finding's values", () => {
  it("are money where amounts are compared", () => {
    expect(findingValue({ check: "supply_price", code: "differs" }, "16500", "KRW")).toEqual(won(16_500));
    expect(findingValue({ check: "supply_price", code: "currency_differs" }, "USD", "KRW")).toBe("USD");
    expect(findingValue({ check: "quantity", code: "too_many" }, "50", "KRW")).toBe("50");
    expect(findingValue({ check: "amount", code: "goods_differ" }, undefined, "KRW")).toBeUndefined();
  });
});
