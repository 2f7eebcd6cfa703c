import { describe, expect, it } from "vitest";
import { monthName, turnover } from "@/faces/company/model/books";
import { filledDays } from "@/faces/company/model/chart";
import { placesFor } from "@/faces/company/model/menu";
import { directionQuery, tradesQuery, without } from "@/faces/company/model/tabs";
import { placeOf, setupRows, waitingRows, waitingSteps } from "@/faces/company/model/today";
import { startOfDay } from "@/lib/dates";
import { won } from "@/lib/money";
import { periodOf } from "@/lib/periods";
import { roleName } from "@/lib/roles";

describe("what waits today", () => {
  const waiting = [
    { kind: "low_stock", count: 4 },
    { kind: "file_delivery", count: 2, due_at: "2026-11-24T00:00:00Z" },
    { kind: "accept_po", count: 3, due_at: "2026-11-22T00:00:00Z" },
    { kind: "request_po", count: 0 },
    { kind: "something_new", count: 9 },
  ];

  it("comes in the order in which it presses, and leaves out what is nothing or unknown", () => {
    expect(waitingRows({ waiting }).map(({ kind }) => kind)).toEqual(["accept_po", "file_delivery", "low_stock"]);
  });

  it("counts steps of trades, not shelves", () => {
    expect(waitingSteps({ waiting })).toBe(5);
    expect(waitingSteps(undefined)).toBe(0);
  });

  it("leads to where it is dealt with", () => {
    expect(placeOf("accept_po")).toEqual({ to: "/company/trades", search: { tab: "mine", state: "po_issued" } });
  });
});

describe("setting up", () => {
  it("is shown until all of it is done", () => {
    const setup = [
      { step: "items", done: true },
      { step: "delivery_rule", done: false },
    ];
    expect(setupRows({ setup })[1]).toMatchObject({ to: "/company/settings", search: { tab: "rules" } });
    expect(setupRows({ setup: setup.map((each) => ({ ...each, done: true })) })).toEqual([]);
  });
});

describe("the menu", () => {
  it("shows accounting the books and hides them from logistics", () => {
    const accounting = placesFor(["workspace_view", "books_view"], ["shop", "sales"]);
    expect(accounting).toEqual(expect.arrayContaining(["settlements", "revenue", "tax"]));
    expect(accounting).not.toContain("customers");
    const logistics = placesFor(["workspace_view", "stock_manage", "supply_manage"], ["shop", "sales"]);
    expect(logistics).toContain("stock");
    expect(logistics).not.toContain("settlements");
    expect(placesFor([], ["shop"])).toEqual([]);
  });

  it("follows the functions that the company uses", () => {
    const everything = ["workspace_view", "orders_manage", "books_view"];
    const supplier = placesFor(everything, ["supply"]);
    expect(supplier).toContain("purchaseOrders");
    expect(supplier).not.toContain("listings");
    expect(supplier).not.toContain("offers");
    expect(supplier).not.toContain("revenue");
    expect(supplier).toEqual(expect.arrayContaining(["trades", "settlements", "payouts", "settings"]));
    expect(placesFor(everything, ["shop", "resale", "sales"])).toEqual(expect.arrayContaining(["listings", "customers", "offers", "revenue"]));
  });

  it("names a role as the company does, or as everybody does", () => {
    expect(roleName({ sales: "영업" }, "sales")).toBe("영업");
    expect(roleName({ sales: "영업" }, "role_01h455vb4pex5vsknk084sn02q", "매장 담당")).toBe("매장 담당");
    expect(roleName({}, "astronaut")).toBe("astronaut");
  });
});

describe("lists", () => {
  it("turn a tab into what the API is asked", () => {
    expect(tradesQuery({ limit: 20 }, "mine")).toEqual({ limit: 20, waiting: "me" });
    expect(tradesQuery({ limit: 20 }, "supplier")).toEqual({ limit: 20, role: "supplier" });
    expect(tradesQuery({ limit: 20 }, "all")).toEqual({ limit: 20 });
    expect(directionQuery({ limit: 20 }, "given")).toEqual({ limit: 20, direction: "given" });
    expect(without({ limit: 20, by: "month" }, "by")).toEqual({ limit: 20 });
  });
});

describe("charts", () => {
  it("show a day without sales as nothing", () => {
    const days = filledDays([{ on: "2026-11-21", amount: won(5) }], "2026-11-22", 3);
    expect(days.map(({ day, amount }) => [day, amount.minor])).toEqual([
      ["2026-11-20", 0],
      ["2026-11-21", 5],
      ["2026-11-22", 0],
    ]);
  });

  it("name a month by any of its days", () => {
    expect(monthName("2026-11-15", "en")).toBe("Nov 2026");
  });

  it("sum what came in before costs", () => {
    expect(turnover({ sales: won(22_000), supply: won(0), commission: won(-500), delivery: won(3_000) })).toEqual(won(24_500));
  });
});

describe("periods", () => {
  it("hold whole months, quarters and years", () => {
    expect(periodOf("thisMonth", "2026-02-11")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
    expect(periodOf("lastMonth", "2026-01-11")).toEqual({ from: "2025-12-01", to: "2025-12-31" });
    expect(periodOf("thisQuarter", "2026-11-22")).toEqual({ from: "2026-10-01", to: "2026-12-31" });
    expect(periodOf("thisYear", "2026-11-22")).toEqual({ from: "2026-01-01", to: "2026-12-31" });
  });

  it("begin as the day does in the company's zone", () => {
    expect(startOfDay("2026-12-01", "Asia/Seoul")).toBe("2026-11-30T15:00:00.000Z");
    expect(startOfDay("2026-12-01", "America/New_York")).toBe("2026-12-01T05:00:00.000Z");
  });
});
