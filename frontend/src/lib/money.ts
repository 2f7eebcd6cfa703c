/**
 * Money as the API sends it: an integer in the currency's minor unit with its ISO 4217 code.
 * Owns how an amount is read and written; refuses fractions of a minor unit.
 */

export interface MoneyValue {
  minor: number;
  currency: string;
}

const digitsOf = new Map<string, number>();

/** Minor digits of a currency: 0 for KRW and JPY, 2 for USD and EUR. */
export function minorDigits(currency: string): number {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  const digits = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  digitsOf.set(currency, digits);
  return digits;
}

/** The digits of an amount, grouped, without the currency: exact because it never becomes a fraction. */
export function formatAmount({ minor, currency }: MoneyValue): string {
  const digits = minorDigits(currency);
  const sign = minor < 0 ? "-" : "";
  const figures = String(Math.abs(minor)).padStart(digits + 1, "0");
  const whole = figures.slice(0, figures.length - digits).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return digits === 0 ? sign + whole : `${sign}${whole}.${figures.slice(-digits)}`;
}

const SYMBOL: Record<string, string> = { KRW: "₩", USD: "$", EUR: "€", JPY: "¥", GBP: "£" };

/** "22,000원" in Korean, "₩22,000" in English; a currency without a sign of its own is written with its code. */
export function formatMoney(money: MoneyValue, locale: string): string {
  if (money.currency === "KRW" && locale.startsWith("ko")) return `${formatAmount(money)}원`;
  const amount = formatAmount({ ...money, minor: Math.abs(money.minor) });
  const sign = money.minor < 0 ? "-" : "";
  const symbol = SYMBOL[money.currency];
  return symbol === undefined ? `${sign}${money.currency} ${amount}` : `${sign}${symbol}${amount}`;
}

/** A short form for axes and tiles: "220만", "₩2.2M". Never used where the exact amount matters. */
export function formatMoneyShort(money: MoneyValue, locale: string): string {
  const major = money.minor / 10 ** minorDigits(money.currency);
  const figure = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1, useGrouping: "always" }).format(major);
  if (money.currency === "KRW" && locale.startsWith("ko")) return `${figure}원`;
  return `${SYMBOL[money.currency] ?? `${money.currency} `}${figure}`;
}

/** Reads what a person typed ("22,000", "1234.5") into minor units; undefined when it is not an amount. */
export function parseMoney(text: string, currency: string): MoneyValue | undefined {
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text.replace(/[,\s원₩$€£¥]/g, ""));
  if (match === null) return undefined;
  const [, sign = "", whole = "0", fraction = ""] = match;
  const digits = minorDigits(currency);
  if (fraction.length > digits) return undefined;
  const minor = Number(whole + fraction.padEnd(digits, "0"));
  if (!Number.isSafeInteger(minor)) return undefined;
  return { minor: sign === "-" && minor !== 0 ? -minor : minor, currency };
}

export const won = (minor: number): MoneyValue => ({ minor, currency: "KRW" });

/** Sums amounts of one currency; refuses to mix currencies. */
export function sumMoney(amounts: readonly MoneyValue[], currency: string): MoneyValue {
  let minor = 0;
  for (const amount of amounts) {
    if (amount.currency !== currency) throw new Error(`Cannot add ${amount.currency} to ${currency}.`);
    minor += amount.minor;
  }
  return { minor, currency };
}
