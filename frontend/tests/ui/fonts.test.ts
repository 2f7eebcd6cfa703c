import { describe, expect, it } from "vitest";
import { type Ink, lacksKorean } from "@/ui/fonts";

const ink = (ascent: number, descent: number, left: number, right: number): Ink => ({
  actualBoundingBoxAscent: ascent,
  actualBoundingBoxDescent: descent,
  actualBoundingBoxLeft: left,
  actualBoundingBoxRight: right,
});

describe("the letters of the device", () => {
  it("are missing where two unlike letters leave the same box", () => {
    expect(lacksKorean(() => ink(80, 10, -5, 55))).toBe(true);
  });

  it("are there where each letter has a shape of its own", () => {
    expect(lacksKorean((letter) => (letter === "그" ? ink(68, -8, -4, 88) : ink(82, 9, -3, 90)))).toBe(false);
  });
});
