import { describe, expect, it } from "vitest";
import { type ValueWords, valueText } from "@/features/audit/model/value";

const words: ValueWords = {
  nothing: "none",
  yes: "yes",
  no: "no",
  values: { pending: "Waiting", weekly: "Weekly" },
  more: [{ pending: "Pending trade" }],
  money: ({ minor }) => `₩${minor}`,
  moment: (value) => `at ${value.slice(0, 10)}`,
};

describe("how a value before or after a change is told", () => {
  it.each([
    ["selling_price", { minor: 12000, currency: "KRW" }, "₩12000"],
    ["auto_accept", true, "yes"],
    ["valid_to", null, "none"],
    ["valid_from", "2026-03-02T01:00:00Z", "at 2026-03-02"],
    ["rate", "0.025", "2.5%"],
    ["settlement_cycle", "weekly", "Weekly"],
    ["state", "pending", "Pending trade"],
    ["functions", ["weekly", "x"], "Weekly, x"],
    ["companies", [], "none"],
    // What people wrote is never taken for a word of ours.
    ["name", "pending", "pending"],
    ["functions", "unknown", "unknown"],
  ])("%s %j", (field, value, said) => {
    expect(valueText(field, value, words)).toBe(said);
  });
});
