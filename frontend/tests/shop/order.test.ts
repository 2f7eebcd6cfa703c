import { describe, expect, it } from "vitest";
import { heldAmount, inEscrow, type Order, type Part, paymentSituation, refundOf, stretchOf, timeLeft } from "@/features/orders/model/progress";
import { won } from "@/lib/money";

const line = (id: string, quantity: number, cancelled = false): Part["lines"][number] => ({
  id,
  title: "우유식빵",
  variant_name: "통식빵",
  quantity,
  unit_price: won(6500),
  amount: won(6500 * quantity),
  cancelled,
});
const part = (over: Partial<Part> = {}): Part => ({
  trade_id: "t1",
  trade_number: "T-1",
  supplier: { id: "company_1", name: "한빛제빵" },
  state: "paid",
  goods: won(19_500),
  delivery: won(3000),
  refunded: won(0),
  lines: [line("l1", 1), line("l2", 2)],
  timeline: [],
  allowed_actions: [],
  ...over,
});
const order = (over: Partial<Order> = {}): Order => ({
  id: "o1",
  number: "O-1",
  state: "pending_payment",
  placed_at: "2026-11-22T00:00:00Z",
  expires_at: "2026-11-22T00:15:00Z",
  buyer: { name: "김민지", email: "m@x.example", phone: "010" },
  ship_to: { name: "김민지", phone: "010", postcode: "04000", address1: "서울", country: "KR" },
  goods: won(19_500),
  delivery: won(3000),
  vat_included: won(2045),
  total: won(22_500),
  refunded: won(0),
  payment: { state: "created", gateway: "sandbox" },
  parts: [part()],
  ...over,
});
const before = Date.parse("2026-11-22T00:10:00Z");
const after = Date.parse("2026-11-22T00:20:00Z");

describe("what there is to do about the payment", () => {
  it("follows the order, the provider and the clock", () => {
    expect(paymentSituation(order(), before)).toBe("payable");
    expect(paymentSituation(order(), after)).toBe("over");
    expect(paymentSituation(order({ payment: { state: "failed", gateway: "sandbox" } }), before)).toBe("payable");
    expect(paymentSituation(order({ payment: { state: "pending", gateway: "sandbox" } }), after)).toBe("checking");
    expect(paymentSituation(order({ payment: { state: "held", gateway: "sandbox" } }), before)).toBe("held");
    expect(paymentSituation(order({ state: "paid" }), after)).toBe("paid");
    expect(paymentSituation(order({ state: "expired" }), before)).toBe("over");
    // Cancelled after it was paid, it keeps its parts; cancelled before, it has none to show.
    expect(paymentSituation(order({ state: "cancelled", parts: [part({ state: "cancelled" })] }), before)).toBe("paid");
    expect(paymentSituation(order({ state: "cancelled", parts: [part({ state: undefined })] }), before)).toBe("over");
  });

  it("counts down and stops at nothing", () => {
    expect(timeLeft("2026-11-22T00:15:00Z", before)).toEqual({ minutes: 5, seconds: 0 });
    expect(timeLeft("2026-11-22T00:15:00Z", after)).toEqual({ minutes: 0, seconds: 0 });
  });
});

describe("the money of a part", () => {
  it("is what was paid less what came back", () => {
    expect(heldAmount(part())).toEqual(won(22_500));
    expect(heldAmount(part({ refunded: won(6500) }))).toEqual(won(16_000));
  });

  it("is no longer in escrow once confirmed or cancelled", () => {
    const parts = [part(), part({ trade_id: "t2", state: "confirmed" }), part({ trade_id: "t3", state: "cancelled" })];
    expect(inEscrow(order({ parts }))).toEqual(won(22_500));
  });

  it("comes back by whole lines, with the delivery fee when nothing is left", () => {
    expect(refundOf(part(), ["l1"])).toEqual({ amount: won(6500), whole: false });
    expect(refundOf(part(), ["l1", "l2"])).toEqual({ amount: won(22_500), whole: true });
    const rest = part({ lines: [line("l1", 1, true), line("l2", 2)], refunded: won(6500) });
    expect(refundOf(rest, ["l2"])).toEqual({ amount: won(16_000), whole: true });
    expect(refundOf(part(), [])).toEqual({ amount: won(0), whole: false });
  });
});

describe("the progress that a buyer sees", () => {
  it("gathers the states between payment and shipping", () => {
    expect(stretchOf("po_accepted")).toBe("preparing");
    expect(stretchOf("in_transit")).toBe("shipping");
    expect(stretchOf("settled")).toBe("confirmed");
    expect(stretchOf("cancelled")).toBeUndefined();
    expect(stretchOf(null)).toBeUndefined();
  });
});
