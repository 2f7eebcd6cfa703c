/** Why a payment is held, read from what the server recorded: "amount_differs: 21999 instead of 22000; resolved: …". */
import type { MoneyValue } from "@/lib/money";

export interface HeldReason {
  code: "amount_differs" | "currency_differs" | "second_capture" | "other";
  /** What the operator wrote when it was decided. */
  resolved: string | undefined;
}

const CODES = ["amount_differs", "currency_differs", "second_capture"] as const;
const MARK = "; resolved: ";

export function heldReason(text: string): HeldReason {
  const mark = text.indexOf(MARK);
  const code = CODES.find((each) => text.startsWith(`${each}:`)) ?? "other";
  return { code, resolved: mark < 0 ? undefined : text.slice(mark + MARK.length) };
}

interface Amounts {
  amount: MoneyValue;
  captured: MoneyValue;
}

/** What came in beyond the price; negative where it falls short, undefined between two currencies. */
export function differenceOf({ amount, captured }: Amounts): MoneyValue | undefined {
  if (amount.currency !== captured.currency) return undefined;
  return { minor: captured.minor - amount.minor, currency: amount.currency };
}

/** What would go back if the payment were accepted; undefined where it cannot be. */
export function surplusOf(payment: Amounts & { hold_reason?: string | undefined }): MoneyValue | undefined {
  const difference = differenceOf(payment);
  if (difference === undefined || difference.minor < 0) return undefined;
  return heldReason(payment.hold_reason ?? "").code === "second_capture" ? undefined : difference;
}
