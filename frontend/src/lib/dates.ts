/**
 * Times as the API sends them (RFC 3339, UTC) put into words, and business days of a company's time zone.
 * Owns wording of times; refuses to guess a zone from the browser where a business day is meant.
 */

export const DEFAULT_ZONE = "Asia/Seoul";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "3시간 전", "in 2 days"; beyond a month the date itself says more. */
export function formatRelative(iso: string, locale: string, now: number = Date.now(), zone: string = DEFAULT_ZONE): string {
  const delta = Date.parse(iso) - now;
  const size = Math.abs(delta);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  if (size < MINUTE) return words.format(0, "second");
  if (size < HOUR) return words.format(Math.trunc(delta / MINUTE), "minute");
  if (size < DAY) return words.format(Math.trunc(delta / HOUR), "hour");
  if (size < 30 * DAY) return words.format(Math.trunc(delta / DAY), "day");
  return formatDate(iso, locale, zone);
}

/** The exact moment, with its zone named, for the hover and for documents. */
export function formatExact(iso: string, locale: string, zone: string = DEFAULT_ZONE): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "medium",
    timeZone: zone,
  }).format(new Date(iso));
}

export function formatDate(iso: string, locale: string, zone: string = DEFAULT_ZONE): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: zone }).format(new Date(iso));
}

/** The calendar day (YYYY-MM-DD) on which a moment falls for a company. */
export function businessDay(iso: string | number | Date, zone: string = DEFAULT_ZONE): string {
  // The Canadian form of a date happens to be the ISO one.
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    new Date(iso),
  );
}

/** Moves a calendar day by whole days. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** A calendar day in words: "11월 22일 (토)". */
export function formatDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: "short", day: "numeric", weekday: "short", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

export type Urgency = "past" | "soon" | "later";

/** How pressing a deadline is: gone by, within a day, or further off. */
export function urgency(deadline: string, now: number = Date.now()): Urgency {
  const left = Date.parse(deadline) - now;
  if (left <= 0) return "past";
  return left < DAY ? "soon" : "later";
}

/** The moment at which a calendar day begins in a zone. */
export function startOfDay(day: string, zone: string = DEFAULT_ZONE): string {
  const guess = Date.parse(`${day}T00:00:00Z`);
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(guess);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0);
  const there = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return new Date(guess - (there - guess)).toISOString();
}
