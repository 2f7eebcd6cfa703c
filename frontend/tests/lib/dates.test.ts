import { describe, expect, it } from "vitest";
import { addDays, businessDay, formatRelative, urgency } from "@/lib/dates";

const now = Date.parse("2026-03-10T03:00:00Z");
const ago = (ms: number) => new Date(now - ms).toISOString();
const HOUR = 3_600_000;

describe("times", () => {
  it("says how long ago or how soon, in both languages", () => {
    expect(formatRelative(ago(3 * HOUR), "ko", now)).toBe("3시간 전");
    expect(formatRelative(ago(-48 * HOUR), "en", now)).toBe("in 2 days");
    expect(formatRelative(ago(10_000), "ko", now)).toBe("지금");
  });

  it("says the date itself when it is long ago", () => {
    expect(formatRelative(ago(60 * 24 * HOUR), "en", now)).toBe("Jan 9, 2026");
  });

  it("reckons business days where the company is", () => {
    expect(businessDay("2026-03-09T14:59:59Z")).toBe("2026-03-09");
    expect(businessDay("2026-03-09T15:00:00Z")).toBe("2026-03-10");
    expect(businessDay("2026-03-09T15:00:00Z", "UTC")).toBe("2026-03-09");
    expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
  });

  it("tells how pressing a deadline is", () => {
    expect(urgency(ago(1), now)).toBe("past");
    expect(urgency(ago(-HOUR), now)).toBe("soon");
    expect(urgency(ago(-25 * HOUR), now)).toBe("later");
  });
});
