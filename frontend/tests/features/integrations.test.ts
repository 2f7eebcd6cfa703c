import { describe, expect, it } from "vitest";
import { daysFrom, EVENT_TYPES, moment, pretty, PROGRAM_PERMISSIONS } from "@/features/integrations/model/choices";
import { company as en } from "@/i18n/en/company";
import { company as ko } from "@/i18n/ko/company";

describe("what can be chosen for a program", () => {
  it("is said in both languages", () => {
    for (const { integrations } of [ko, en]) {
      for (const kind of EVENT_TYPES) expect(integrations.eventTypes[kind]).toBeTruthy();
      for (const permission of PROGRAM_PERMISSIONS) expect(integrations.permissions[permission]).toBeTruthy();
    }
  });

  it("leaves out what a person has to decide", () => {
    for (const never of ["members_manage", "payout_account_manage", "api_keys_manage"]) expect(PROGRAM_PERMISSIONS).not.toContain(never);
  });
});

describe("moments and payloads", () => {
  it("count days from a moment", () => {
    expect(daysFrom(Date.UTC(2026, 0, 1), 30)).toBe("2026-01-31T00:00:00.000Z");
  });

  it("are read from a field, or are not there", () => {
    expect(moment("")).toBeUndefined();
    expect(moment("nonsense")).toBeUndefined();
    expect(moment("2026-01-01T09:30")).toBe(new Date(2026, 0, 1, 9, 30).toISOString());
  });

  it("are shown with line breaks, whatever they are", () => {
    expect(pretty('{"type":"webhook.test"}')).toBe('{\n  "type": "webhook.test"\n}');
    expect(pretty("no json")).toBe("no json");
  });
});
