import { describe, expect, it } from "vitest";
import { formatBusinessNumber, formatPhone, isBusinessNumber, isPhone } from "@/lib/korea";

describe("numbers on Korean papers", () => {
  it("checks the last digit of a business registration number", () => {
    expect(isBusinessNumber("120-81-47521")).toBe(true);
    expect(isBusinessNumber("1208147521")).toBe(true);
    expect(isBusinessNumber("120-81-47522")).toBe(false);
    expect(isBusinessNumber("120-81-4752")).toBe(false);
    expect(isBusinessNumber("120-81-475211")).toBe(false);
    expect(isBusinessNumber("")).toBe(false);
  });

  it("puts the hyphens of a business number while it is typed", () => {
    expect(formatBusinessNumber("120")).toBe("120");
    expect(formatBusinessNumber("1208")).toBe("120-8");
    expect(formatBusinessNumber("1208147521")).toBe("120-81-47521");
    expect(formatBusinessNumber("120-81-47521999")).toBe("120-81-47521");
  });

  it("puts the hyphens of a telephone number", () => {
    expect(formatPhone("0212345678")).toBe("02-1234-5678");
    expect(formatPhone("021234567")).toBe("02-123-4567");
    expect(formatPhone("01012345678")).toBe("010-1234-5678");
    expect(formatPhone("0311234567")).toBe("031-123-4567");
    expect(formatPhone("15881234")).toBe("1588-1234");
    expect(formatPhone("010")).toBe("010");
    expect(formatPhone("+82 10 1234 5678")).toBe("+821012345678");
  });

  it("knows what could be dialled", () => {
    expect(isPhone("02-123-4567")).toBe(true);
    expect(isPhone("123")).toBe(false);
  });
});
