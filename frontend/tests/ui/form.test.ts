import { describe, expect, it } from "vitest";
import { accepts } from "@/ui/FileDrop";
import { placeFieldProblems } from "@/ui/form";
import { Sequences } from "@/ui/workspace/shortcuts";

describe("the fields of a problem", () => {
  const values = { email: "", lines: [{ quantity: 1 }], address: "" };

  it("go to their inputs, the rest stays with the form", () => {
    const sorted = placeFieldProblems(
      [
        { field: "email", reason: "taken" },
        { field: "lines.0.quantity", reason: "too_small" },
        { field: "ship_to.address1", reason: "required" },
        { field: "captcha", reason: "required" },
      ],
      values,
      { "ship_to.address1": "address" },
    );
    expect(sorted.placed).toEqual([
      { path: "email", reason: "taken" },
      { path: "lines.0.quantity", reason: "too_small" },
      { path: "address", reason: "required" },
    ]);
    expect(sorted.homeless).toEqual([{ field: "captcha", reason: "required" }]);
  });
});

describe("files", () => {
  it("are accepted by type, by family and by ending", () => {
    const file = (name: string, type: string) => ({ name, type });
    expect(accepts(file("a.png", "image/png"), ["image/*"])).toBe(true);
    expect(accepts(file("a.PDF", ""), [".pdf"])).toBe(true);
    expect(accepts(file("a.pdf", "application/pdf"), ["application/pdf"])).toBe(true);
    expect(accepts(file("a.exe", "application/x-msdownload"), ["image/*", ".pdf"])).toBe(false);
  });
});

describe("keyboard sequences", () => {
  it("need both keys within a second", () => {
    const keys = new Sequences(["g o", "g t", "?"]);
    expect(keys.press("g", 0)).toBeUndefined();
    expect(keys.press("o", 400)).toBe("g o");
    expect(keys.press("g", 1000)).toBeUndefined();
    expect(keys.press("o", 2500)).toBeUndefined();
    expect(keys.press("?", 2600)).toBe("?");
    expect(keys.press("x", 2700)).toBeUndefined();
  });
});
