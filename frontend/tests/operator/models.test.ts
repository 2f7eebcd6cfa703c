import { describe, expect, it } from "vitest";
import { gmvDays, inOrder } from "@/faces/operator/model/home";
import { placesOf } from "@/faces/operator/model/places";
import { bulkStepOf, placeOf } from "@/faces/operator/model/queue";
import { tabbed } from "@/faces/operator/model/tabs";
import { accountOwner } from "@/features/ledger/model/account";
import { unaccounted } from "@/features/ledger/model/balance";
import { reasonText } from "@/features/ledger/model/reason";
import { differenceOf, heldReason, surplusOf } from "@/features/payment/model/held";
import { compared, deliveredQuantities } from "@/features/trade/model/compared";
import type { Trade } from "@/features/trade";
import { companyChecks } from "@/features/verification/model/checks";
import { percentOf, rateOf, ruleStanding } from "@/features/verification/model/rate";
import { won } from "@/lib/money";

describe("fee rates", () => {
  it("are read and written as percentages without a float", () => {
    expect(["0.030000", "0.012500", "0", "0.1", "0.000001"].map(percentOf)).toEqual(["3", "1.25", "0", "10", "0.0001"]);
    expect(["3", "1.25", "0", "99.9999", "0.0001"].map(rateOf)).toEqual(["0.03", "0.0125", "0.00", "0.999999", "0.000001"]);
    expect(["100", "-1", "1.23456", "", "3%", "1."].map(rateOf)).toEqual(Array(6).fill(undefined));
  });

  it("are to come, in force, or ended", () => {
    const now = Date.parse("2026-11-22T00:00:00Z");
    expect(ruleStanding({ valid_from: "2026-11-23T00:00:00Z" }, now)).toBe("future");
    expect(ruleStanding({ valid_from: "2026-11-01T00:00:00Z" }, now)).toBe("now");
    expect(ruleStanding({ valid_from: "2026-11-01T00:00:00Z", valid_to: "2026-11-22T00:00:00Z" }, now)).toBe("past");
  });
});

describe("a held payment", () => {
  const paid = (amount: number, captured: number, hold_reason?: string) => ({ amount: won(amount), captured: won(captured), hold_reason });

  it("says why, and what was decided", () => {
    expect(heldReason("amount_differs: 21999 instead of 22000")).toEqual({ code: "amount_differs", resolved: undefined });
    expect(heldReason("second_capture: the order is already paid; resolved: paid twice")).toEqual({ code: "second_capture", resolved: "paid twice" });
    expect(heldReason("something new").code).toBe("other");
  });

  it("can be accepted only where the money covers the order once", () => {
    expect(surplusOf(paid(22000, 25000, "amount_differs: x"))).toEqual(won(3000));
    expect(surplusOf(paid(22000, 21999, "amount_differs: x"))).toBeUndefined();
    expect(surplusOf(paid(22000, 22000, "second_capture: x"))).toBeUndefined();
    expect(surplusOf({ amount: won(22000), captured: { minor: 22000, currency: "USD" } })).toBeUndefined();
    expect(differenceOf(paid(22000, 21999))).toEqual(won(-1));
  });
});

describe("a company to be verified", () => {
  const facts = {
    name: "한빛제빵",
    representative: "이한빛",
    business_number: "1208147521",
    mail_order_number: "2026-서울중구-0123",
    functions: ["shop"] as ("shop" | "sales" | "supply")[],
    payout_account: { bank: "국민은행", account_masked: "***7890", holder: "㈜ 한빛제빵" },
  };
  const names = (company: Parameters<typeof companyChecks>[0]) => companyChecks(company).map(({ name }) => name);

  it("has its own facts checked as far as they tell", () => {
    expect(names(facts)).toEqual(["digit", "registry", "address", "mailOrder", "holderSame"]);
    expect(names({ ...facts, business_number: "1208147522", payout_account: { ...facts.payout_account, holder: "김철수" } })).toEqual([
      "digitWrong",
      "registry",
      "address",
      "mailOrder",
      "holder",
    ]);
  });

  it("needs a mail-order number for a shop, and no more than that for supply", () => {
    const { name, representative, business_number, functions } = facts;
    const bare = { name, representative, business_number, functions };
    expect(names(bare)).toEqual(["digit", "registry", "address", "mailOrderMissing", "holderNone"]);
    expect(names({ ...bare, functions: ["supply"] })).toEqual(["digit", "registry", "address", "holderNone"]);
  });
});

describe("the queue", () => {
  it("leads from each row to its case", () => {
    expect(placeOf({ kind: "po", id: "t1", main_action: "review" })).toMatchObject({ to: "/operator/trades/$id", params: { id: "t1" } });
    expect(placeOf({ kind: "payout", id: "p1", main_action: "confirm" }).search).toEqual({ tab: "sent" });
    expect(placeOf({ kind: "refund", id: "r1", main_action: "retry_refund" })).toMatchObject({ to: "/operator/refunds", search: { tab: "failed" } });
    expect(placeOf({ kind: "company", id: "c1", main_action: "verify" }).to).toBe("/operator/companies/$id");
    expect(placeOf({ kind: "dead_letter", id: "e1", main_action: "retry" }).to).toBe("/operator/dead-letters");
  });

  it("takes together only what no check has stopped", () => {
    expect(bulkStepOf({ main_action: "issue_po", why: [] })).toBe("issue_po");
    expect(bulkStepOf({ main_action: "review", why: [{ check: "stock", code: "short" }] })).toBeUndefined();
    expect(bulkStepOf({ main_action: "confirm", why: [] })).toBeUndefined();
  });

  it("shows a tab as a filter, and all as none", () => {
    expect(tabbed({ limit: 20 }, "state", "held")).toEqual({ limit: 20, state: "held" });
    expect(tabbed({ limit: 20 }, "state", "all")).toEqual({ limit: 20 });
  });
});

describe("the places of the console", () => {
  it("are those that a role has use of", () => {
    expect(placesOf("groupInternal", "chief")).toEqual(["audit", "mails", "deadLetters"]);
    for (const role of ["treasurer", "observer"]) expect(placesOf("groupInternal", role)).toEqual(["audit"]);
    for (const role of ["desk", undefined]) expect(placesOf("groupInternal", role)).toEqual([]);
    expect(placesOf("groupWork", "observer")).toEqual(["home", "queue", "proposals"]);
  });
});

describe("the first page", () => {
  it("fills days without payments and keeps the states in their order", () => {
    const days = gmvDays([{ on: "2026-11-20", amount: won(500) }], "2026-11-22");
    expect(days).toHaveLength(30);
    expect(days.slice(-3).map(({ amount }) => amount.minor)).toEqual([500, 0, 0]);
    expect(inOrder([{ state: "cancelled" }, { state: "paid" }, { state: "new_one" }, { state: "arrived" }]).map(({ state }) => state)).toEqual([
      "paid",
      "arrived",
      "cancelled",
      "new_one",
    ]);
  });
});

describe("the ledger", () => {
  it("names an account by its kind and its owner", () => {
    expect(accountOwner("escrow:trade_1:KRW")).toEqual({ kind: "escrow", owner: "trade_1", currency: "KRW" });
    expect(accountOwner("platform_fee:KRW")).toEqual({ kind: "platform_fee", owner: undefined, currency: "KRW" });
  });

  it("says in words why money moved", () => {
    const words = { plain: { payout: "a payout" }, reserved: (share: string) => `reserved for ${share}`, released: String, shares: { fee: "the fee" } };
    expect(["payout", "reserved: fee", "reserved: new", "unheard of"].map((reason) => reasonText(reason, words))).toEqual([
      "a payout",
      "reserved for the fee",
      "reserved for new",
      "unheard of",
    ]);
  });

  it("accounts for all that came in", () => {
    const totals = { captured: won(100), escrow: won(40), payable: won(30), paid_out: won(20), fees: won(5), vat: won(1), refunded: won(4) };
    expect(unaccounted(totals).minor).toBe(0);
    expect(unaccounted({ ...totals, escrow: won(39) }).minor).toBe(1);
  });
});

describe("a delivery confirmation", () => {
  const line = (id: string, quantity: number, cancelled = false) => ({ id, quantity, cancelled }) as Trade["lines"][number];
  const trade = {
    lines: [line("a", 3), line("b", 1), line("c", 2, true)],
    delivery_confirmation: { lines: [{ line_id: "a", quantity: 1, lot: "L1" }, { line_id: "a", quantity: 1 }] } as Trade["delivery_confirmation"],
  } as Pick<Trade, "lines" | "delivery_confirmation">;

  it("stands beside what was ordered; what it does not name was not delivered", () => {
    expect(compared(trade).map(({ line: { id }, delivered, missing, lots }) => [id, delivered, missing, lots])).toEqual([
      ["a", 2, 1, ["L1"]],
      ["b", 0, 1, []],
    ]);
    expect([...deliveredQuantities(trade)]).toEqual([
      ["a", 2],
      ["b", 0],
    ]);
  });
});
