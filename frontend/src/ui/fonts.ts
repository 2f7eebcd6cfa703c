/**
 * Which letters a face is set in. Pretendard, in pieces by the characters that a page really uses, is some hundred
 * kilobytes for a page of Korean: the daily tool of a workspace, and too much before a buyer has seen the goods.
 */

/** `always`, or only `where-missing`: on a device that has no Korean letters of its own. */
export type FontUse = "always" | "where-missing";

/** The ink of one character, as far as it reaches from its origin. */
export type Ink = Pick<TextMetrics, "actualBoundingBoxAscent" | "actualBoundingBoxDescent" | "actualBoundingBoxLeft" | "actualBoundingBoxRight">;

const EDGES = ["actualBoundingBoxAscent", "actualBoundingBoxDescent", "actualBoundingBoxLeft", "actualBoundingBoxRight"] as const;

/** Where a font has no letter, every letter is the same box; two letters as unlike as these are never the same size. */
export function lacksKorean(measure: (letter: string) => Ink): boolean {
  const [flat, tall] = [measure("그"), measure("뷁")];
  return EDGES.every((edge) => Math.abs(flat[edge] - tall[edge]) < 0.5);
}

function deviceLacksKorean(): boolean {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) return false;
  context.font = "100px sans-serif";
  return lacksKorean((letter) => context.measureText(letter));
}

/** Until the letters are here the device's own serve. */
export function startFonts(use: FontUse): void {
  if (use === "always" || deviceLacksKorean()) void import("./pretendard");
}
