/** Fee rates: a fraction as the API writes it ("0.030000"), a percentage as a person does ("3"). No floats on the way. */

/** "0.030000" → "3", "0.012500" → "1.25". */
export function percentOf(rate: string): string {
  const [whole = "0", fraction = ""] = rate.split(".");
  const digits = `${whole}${fraction.padEnd(2, "0")}`;
  const point = whole.length + 2;
  const major = digits.slice(0, point).replace(/^0+(?=\d)/, "");
  const minor = digits.slice(point).replace(/0+$/, "");
  return minor === "" ? major : `${major}.${minor}`;
}

/** "1.25" → "0.0125"; undefined where it is no percentage from 0 to under 100 with at most four digits after the point. */
export function rateOf(percent: string): string | undefined {
  const match = /^(\d{1,2})(?:\.(\d{1,4}))?$/.exec(percent.trim());
  if (match === null) return undefined;
  const [, whole = "0", fraction = ""] = match;
  return `0.${whole.padStart(2, "0")}${fraction}`;
}

export type RuleStanding = "future" | "now" | "past";

export function ruleStanding(rule: { valid_from: string; valid_to?: string | undefined }, now: number = Date.now()): RuleStanding {
  if (Date.parse(rule.valid_from) > now) return "future";
  return rule.valid_to !== undefined && Date.parse(rule.valid_to) <= now ? "past" : "now";
}
