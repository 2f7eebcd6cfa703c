import { beforeEach, describe, expect, it } from "vitest";
import { dropDraft, isTotalChanged, newTotal, openDraft, safeUrl, saveDraft, toOrder } from "@/features/checkout";
import { isCvc, isExpiry, formatCardNumber, formatExpiry } from "@/features/checkout/model/card";
import { keepOrder, keptOrders, orderToken } from "@/features/orders";
import {
  dropRegistration,
  isSlug,
  openRegistration,
  proposeSlug,
  saveRegistration,
  shapeSlug,
  stepOfField,
  toRegistration,
} from "@/features/registration/model/draft";
import { Problem } from "@/api/problem";
import { onThisHost } from "@/faces/shop/parts/use-payment";

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

const account = { id: "a1", email: "minji@buyers.example", name: "김민지", locale: "ko", email_verified: true, companies: [] } as never;

describe("the draft of a checkout", () => {
  it("survives a reload and fills its gaps from the account", () => {
    const draft = openDraft("dure", undefined);
    saveDraft("dure", { ...draft, buyer: { ...draft.buyer, name: "이순" }, ship_to: { ...draft.ship_to, postcode: "04000" } });
    const again = openDraft("dure", account);
    expect(again.buyer).toEqual({ name: "이순", email: "minji@buyers.example", phone: "" });
    expect(again.ship_to.postcode).toBe("04000");
    dropDraft("dure");
    expect(openDraft("dure", undefined).ship_to.postcode).toBe("");
  });

  it("takes nothing over that is not of its kind", () => {
    sessionStorage.setItem("madang.checkout.dure", JSON.stringify({ buyer: { name: 7, email: null, extra: "x" }, ship_to: "nowhere" }));
    expect(openDraft("dure", undefined)).toEqual({
      buyer: { name: "", email: "", phone: "" },
      ship_to: { name: "", phone: "", postcode: "", address1: "", address2: "", note: "" },
    });
    sessionStorage.setItem("madang.checkout.dure", "{broken");
    expect(openDraft("dure", undefined).buyer.name).toBe("");
  });

  it("becomes the body of an order without empty fields", () => {
    const draft = openDraft("dure", undefined);
    expect(toOrder({ ...draft, ship_to: { ...draft.ship_to, name: " 김민지 ", note: "  " } }).ship_to).toEqual({
      name: "김민지",
      phone: "",
      postcode: "",
      address1: "",
      country: "KR",
    });
  });
});

describe("a changed total", () => {
  const problem = new Problem({ status: 409, code: "flow.order.total_changed" as never, detail: "22500 KRW" });
  it("is recognised and read", () => {
    expect(isTotalChanged(problem)).toBe(true);
    expect(newTotal(problem)).toEqual({ minor: 22_500, currency: "KRW" });
    expect(isTotalChanged(Problem.network())).toBe(false);
    expect(newTotal(Problem.network())).toBeUndefined();
  });
});

describe("a card as it is typed", () => {
  it("is grouped and checked", () => {
    expect(formatCardNumber("4242-4242 42424242")).toBe("4242 4242 4242 4242");
    expect(formatExpiry("1239")).toBe("12/39");
    expect(formatExpiry("1")).toBe("1");
    const now = new Date(2026, 10, 22);
    expect(isExpiry("11/26", now)).toBe(true);
    expect(isExpiry("10/26", now)).toBe(false);
    expect(isExpiry("13/39", now)).toBe(false);
    expect(isCvc("12")).toBe(false);
  });
});

describe("the way to the bank and back", () => {
  it("stays on the host at hand for pages of ours, and never runs a script", () => {
    expect(onThisHost("http://elsewhere:8080/pay/sandbox/x?y=1")).toBe(`${location.origin}/pay/sandbox/x?y=1`);
    expect(onThisHost("https://bank.example/3ds")).toBe("https://bank.example/3ds");
    expect(safeUrl("javascript:alert(1)")).toBeUndefined();
  });
});

describe("the keys of a guest's orders", () => {
  it("are kept by shop, the newest first, each once", () => {
    keepOrder("dure", { id: "o1", token: "t1", number: "O-1", at: "2026-11-01T00:00:00Z" });
    keepOrder("dure", { id: "o2", token: "t2", number: "O-2", at: "2026-11-02T00:00:00Z" });
    keepOrder("dure", { id: "o1", token: "t1b" });
    expect(keptOrders("dure").map((order) => order.id)).toEqual(["o2", "o1"]);
    expect(orderToken("dure", "o1")).toBe("t1b");
    expect(keptOrders("dure")[1]?.number).toBe("O-1");
    expect(orderToken("hanbit", "o1")).toBeUndefined();
  });

  it("do not grow without end", () => {
    for (let index = 0; index < 40; index += 1) {
      keepOrder("dure", { id: `o${index}`, token: "t", number: "", at: new Date(index * 1000).toISOString() });
    }
    expect(keptOrders("dure")).toHaveLength(30);
    expect(orderToken("dure", "o39")).toBe("t");
    expect(orderToken("dure", "o0")).toBeUndefined();
  });
});

describe("the draft of a registration", () => {
  it("is kept per account with its step", () => {
    const { values } = openRegistration("a1");
    saveRegistration("a1", { ...values, name: "솔잎상회", functions: ["shop"] }, "functions");
    expect(openRegistration("a1")).toMatchObject({ step: "functions", values: { name: "솔잎상회", functions: ["shop"] } });
    expect(openRegistration("a2").values.name).toBe("");
    dropRegistration("a1");
    expect(openRegistration("a1").step).toBe("company");
  });

  it("knows on which step a refused field is asked", () => {
    expect(stepOfField("slug")).toBe("address");
    expect(stepOfField("functions.0")).toBe("functions");
    expect(stepOfField("elsewhere")).toBeUndefined();
  });

  it("is sent without hyphens in the number and without empty fields", () => {
    const { values } = openRegistration("a1");
    const body = toRegistration({ ...values, business_number: "120-81-47521", functions: ["supply", "shop", "other"] });
    expect(body.business_number).toBe("1208147521");
    expect(body.functions).toEqual(["shop", "supply"]);
    expect("address2" in body).toBe(false);
  });

  it("shapes the address of a shop as it is typed", () => {
    expect(shapeSlug("Solip  Store!")).toBe("solip-store");
    expect(proposeSlug("Hanbit Bakery ")).toBe("hanbit-bakery");
    expect(isSlug("ab")).toBe(false);
    expect(isSlug("hanbit-2")).toBe(true);
    expect(isSlug("2hanbit")).toBe(true);
    expect(isSlug("2026")).toBe(false);
    expect(isSlug("hanbit-")).toBe(false);
  });
});
