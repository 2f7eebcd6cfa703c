/** A card as it is typed: grouped digits, month and year. Whether it is good is the provider's to say. */
import { digitsOnly } from "@/lib/korea";

export const formatCardNumber = (text: string): string =>
  digitsOnly(text)
    .slice(0, 19)
    .replace(/(\d{4})(?=\d)/g, "$1 ");

export function formatExpiry(text: string): string {
  const digits = digitsOnly(text).slice(0, 4);
  return digits.length > 2 ? `${digits.slice(0, 2)}/${digits.slice(2)}` : digits;
}

export const isCardNumber = (text: string): boolean => /^\d{12,19}$/.test(digitsOnly(text));
export const isCvc = (text: string): boolean => /^\d{3,4}$/.test(text);

/** A month of the year, and not one that has gone by. */
export function isExpiry(text: string, now: Date = new Date()): boolean {
  const match = /^(0[1-9]|1[0-2])\/(\d{2})$/.exec(text);
  if (match === null) return false;
  const month = Number(match[1]);
  const year = 2000 + Number(match[2]);
  return year > now.getFullYear() || (year === now.getFullYear() && month >= now.getMonth() + 1);
}

/** The sandbox's cards and what each of them does; the names are keys of the dictionary. */
export const TEST_CARDS = [
  { number: "4242424242424242", does: "success" },
  { number: "4000000000003220", does: "challenge" },
  { number: "4000000000000002", does: "declined" },
  { number: "4000000000009995", does: "funds" },
  { number: "4000000000000077", does: "late" },
  { number: "4000000000000119", does: "lostCaptured" },
  { number: "4000000000000127", does: "lostUnpaid" },
] as const;
