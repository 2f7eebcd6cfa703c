import { describe, expect, it } from "vitest";
import { chosenVariant, limits, percentOff, quote } from "@/features/shopfront/model/purchase";
import { won } from "@/lib/money";

const rule = { fee: won(3000), free_from: won(30_000) };

describe("what a chosen quantity costs", () => {
  it("has the delivery fee in its total until the goods alone reach the limit", () => {
    expect(quote(won(6500), 2, rule)).toEqual({
      goods: won(13_000),
      delivery: won(3000),
      total: won(16_000),
      toFree: won(17_000),
    });
    expect(quote(won(15_000), 2, rule)).toEqual({ goods: won(30_000), delivery: won(0), total: won(30_000), toFree: undefined });
  });

  it("never speaks of free delivery where there is no such rule", () => {
    expect(quote(won(1000), 1, { fee: won(2500) }).toFree).toBeUndefined();
    expect(quote(won(1000), 1, { fee: won(2500), free_from: null }).delivery).toEqual(won(2500));
    expect(quote(won(1000), 1, { fee: won(0) }).delivery).toEqual(won(0));
  });
});

describe("how many can be had", () => {
  it("is bounded by the product's rule and by what is left", () => {
    expect(limits({}, { stock: "in" })).toEqual({ min: 1, max: 999 });
    expect(limits({ min_quantity: 5, max_quantity: 20 }, { stock: "in" })).toEqual({ min: 5, max: 20 });
    expect(limits({ max_quantity: 20 }, { stock: "low", left: 3 })).toEqual({ min: 1, max: 3 });
    expect(limits({ min_quantity: null, max_quantity: null }, undefined)).toEqual({ min: 1, max: 999 });
  });

  it("keeps its two ends in order even when fewer are left than must be bought", () => {
    expect(limits({ min_quantity: 5 }, { stock: "low", left: 2 })).toEqual({ min: 5, max: 5 });
  });
});

describe("the discount", () => {
  it("never promises more than is given", () => {
    expect(percentOff(won(10_000), won(9050))).toBe(9);
    expect(percentOff(won(9000), won(9000))).toBe(0);
    expect(percentOff(won(8000), won(9000))).toBe(0);
    expect(percentOff(undefined, won(9000))).toBe(0);
  });
});

describe("the chosen variant", () => {
  const variants = [
    { sku: "A", stock: "out" },
    { sku: "B", stock: "in" },
  ];
  it("is the one in the address, else one that can be bought", () => {
    expect(chosenVariant(variants, "A")?.sku).toBe("A");
    expect(chosenVariant(variants, "unknown")?.sku).toBe("B");
    expect(chosenVariant([{ sku: "A", stock: "out" }], undefined)?.sku).toBe("A");
    expect(chosenVariant([], "A")).toBeUndefined();
  });
});
