import { describe, expect, it } from "vitest";
import { narrowing, productQuery, readFilters, readSort } from "@/features/shopfront/model/filters";
import { readBuyNow, writeBuyNow } from "@/features/checkout";

const paging = { limit: 24, cursor: undefined };

describe("the filters in the address", () => {
  it("become the question to the API", () => {
    const filters = readFilters({ q: " 식빵 ", min_price: "3000", max_price: "9000", in_stock: "true" });
    expect(productQuery({ ...filters, category: "bread" }, "price", { limit: 24, cursor: "c2" })).toEqual({
      q: "식빵",
      category: "bread",
      min_price: 3000,
      max_price: 9000,
      in_stock: "true",
      sort: "price",
      limit: 24,
      cursor: "c2",
    });
  });

  it("are ignored where they say nothing of sense", () => {
    const filters = readFilters({ q: "  ", min_price: "-5", max_price: "lots", in_stock: "maybe" });
    expect(productQuery(filters, "new", paging)).toEqual({ sort: "new", limit: 24 });
    expect(narrowing(filters)).toEqual([]);
    expect(readSort("cheapest")).toBeUndefined();
    expect(readSort("-price")).toBe("-price");
  });

  it("take a price range the right way round", () => {
    const filters = readFilters({ min_price: "9000", max_price: "3000" });
    expect(productQuery(filters, "new", paging)).toMatchObject({ min_price: 3000, max_price: 9000 });
    expect(narrowing(filters)).toEqual(["price"]);
  });
});

describe("buy now in the address", () => {
  it("comes back as it was written", () => {
    const wanted = { product: "milk-bread", variant: "v1", quantity: 3 };
    expect(readBuyNow(writeBuyNow(wanted))).toEqual(wanted);
  });

  it("is no order where anything is missing or wrong", () => {
    expect(readBuyNow({})).toBeUndefined();
    expect(readBuyNow({ product: "a", variant: "b", quantity: "0" })).toBeUndefined();
    expect(readBuyNow({ product: "a", variant: "b", quantity: "1000" })).toBeUndefined();
    expect(readBuyNow({ product: "a", variant: "", quantity: "1" })).toBeUndefined();
  });
});
