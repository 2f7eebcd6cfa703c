import { describe, expect, it } from "vitest";
import { formatAmount, formatMoney, minorDigits, parseMoney, sumMoney, won } from "@/lib/money";

describe("money", () => {
  it("writes won without minor digits, in the way of each language", () => {
    expect(formatMoney(won(22_000), "ko")).toBe("22,000원");
    expect(formatMoney(won(22_000), "en")).toBe("₩22,000");
    expect(formatMoney(won(-1_650), "ko")).toBe("-1,650원");
    expect(formatMoney(won(-1_650), "en")).toBe("-₩1,650");
    expect(formatMoney(won(0), "ko")).toBe("0원");
  });

  it("writes minor digits where the currency has them", () => {
    expect(formatMoney({ minor: 123_456, currency: "USD" }, "en")).toBe("$1,234.56");
    expect(formatMoney({ minor: 5, currency: "USD" }, "ko")).toBe("$0.05");
    expect(formatMoney({ minor: -5, currency: "EUR" }, "en")).toBe("-€0.05");
    expect(minorDigits("KWD")).toBe(3);
  });

  it("stays exact where a fraction would not", () => {
    expect(formatAmount({ minor: 900_719_925_474_099, currency: "USD" })).toBe("9,007,199,254,740.99");
  });

  it("reads what a person types, and refuses what is no amount", () => {
    expect(parseMoney("22,000원", "KRW")).toEqual(won(22_000));
    expect(parseMoney(" ₩ 1 000 ", "KRW")).toEqual(won(1_000));
    expect(parseMoney("1.5", "USD")).toEqual({ minor: 150, currency: "USD" });
    expect(parseMoney("1.5", "KRW")).toBeUndefined();
    expect(parseMoney("", "KRW")).toBeUndefined();
    expect(parseMoney("12a", "KRW")).toBeUndefined();
    expect(parseMoney("99999999999999999999", "KRW")).toBeUndefined();
  });

  it("gives back what it wrote", () => {
    for (const minor of [0, 1, 99, 100, 12_345, -12_345]) {
      for (const currency of ["KRW", "USD", "KWD"]) {
        expect(parseMoney(formatAmount({ minor, currency }), currency)).toEqual({ minor, currency });
      }
    }
  });

  it("does not add two currencies", () => {
    expect(sumMoney([won(1), won(2)], "KRW")).toEqual(won(3));
    expect(() => sumMoney([won(1), { minor: 1, currency: "USD" }], "KRW")).toThrow();
  });
});
