import { describe, expect, it } from "vitest";
import { asTree, below } from "@/features/catalog/model/categories";
import { moved } from "@/features/catalog/model/order";
import { byTime, stageOf } from "@/features/catalog/model/prices";
import { floorRate } from "@/features/catalog/parts/item-offer";
import { ratePercent } from "@/features/supply/model/rate";
import { feeOf, marginOf } from "@/lib/margin";
import { won } from "@/lib/money";

describe("a margin", () => {
  it("is what supply price and fee leave", () => {
    expect(marginOf(won(22_000), won(16_500), "0.030000")).toEqual({ fee: won(660), margin: won(4_840), percent: 22, loss: false });
  });

  it("is a loss when nothing is left", () => {
    expect(marginOf(won(16_500), won(16_500), "0.030000")).toMatchObject({ margin: won(-495), loss: true });
    expect(marginOf(won(0), won(0), "0.03").percent).toBeUndefined();
  });

  it("rounds the fee half away from zero", () => {
    expect(feeOf(won(50), "0.030000")).toEqual(won(2));
    expect(feeOf(won(-50), "0.030000")).toEqual(won(-2));
  });
});

describe("prices over time", () => {
  const now = Date.parse("2026-11-22T00:00:00Z");
  it("are past, present or planned", () => {
    expect(stageOf({ valid_from: "2026-12-01T00:00:00Z" }, now)).toBe("planned");
    expect(stageOf({ valid_from: "2026-01-01T00:00:00Z" }, now)).toBe("now");
    expect(stageOf({ valid_from: "2026-01-01T00:00:00Z", valid_to: "2026-11-22T00:00:00Z" }, now)).toBe("past");
  });

  it("are listed with the latest first", () => {
    const price = (valid_from: string) => ({ id: valid_from, kind: "list" as const, amount: won(1), valid_from, created_at: valid_from });
    expect(byTime([price("2026-01-01"), price("2026-12-01")]).map(({ id }) => id)).toEqual(["2026-12-01", "2026-01-01"]);
  });
});

describe("pictures", () => {
  it("move by one place and stop at the ends", () => {
    expect(moved(["a", "b", "c"], "b", -1)).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b", "c"], "b", 1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b"], "a", -1)).toEqual(["a", "b"]);
    expect(moved(["a", "b"], "x", 1)).toEqual(["a", "b"]);
  });
});

describe("categories", () => {
  const all = [
    { id: "cake", name: "케이크", position: 2 },
    { id: "bread", name: "빵", position: 1 },
    { id: "loaf", name: "식빵", parent_id: "bread" },
    { id: "lost", name: "길 잃은 것", parent_id: "gone", position: 3 },
  ];
  it("follow the one above them", () => {
    expect(asTree(all).map(({ id, depth }) => [id, depth])).toEqual([
      ["bread", 0],
      ["loaf", 1],
      ["cake", 0],
      ["lost", 0],
    ]);
  });

  it("do not turn in a ring", () => {
    const ring = [
      { id: "a", name: "a", parent_id: "b" },
      { id: "b", name: "b", parent_id: "a" },
    ];
    expect(asTree(ring).map(({ id, depth }) => [id, depth])).toEqual([
      ["a", 0],
      ["b", 1],
    ]);
    expect(below(ring, "a")).toEqual(new Set(["a", "b"]));
  });

  it("cannot lie under what lies under them", () => {
    expect(below(all, "bread")).toEqual(new Set(["bread", "loaf"]));
  });
});

describe("shares as people write them", () => {
  it("become the API's and back", () => {
    expect(floorRate(80)).toBe("0.8");
    expect(floorRate("")).toBeUndefined();
    expect(ratePercent("0.030000")).toBe("3%");
    expect(ratePercent("0.0275")).toBe("2.75%");
  });
});
