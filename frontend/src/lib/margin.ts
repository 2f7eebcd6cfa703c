/** What is left to a seller of a selling price: less the supply price, less the platform's fee (VAT included). */
import type { MoneyValue } from "./money";

const MILLION = 1_000_000;

/** Rounds half away from zero, as every amount is rounded. */
const rounded = (value: number) => Math.sign(value) * Math.round(Math.abs(value));

/** The fee on an amount at a rate as the API writes it ("0.030000"). */
export function feeOf(amount: MoneyValue, rate: string): MoneyValue {
  // The rate has six digits, so that in millionths it is whole.
  const millionths = Math.round(Number(rate) * MILLION);
  return { minor: rounded((amount.minor * millionths) / MILLION), currency: amount.currency };
}

export interface Margin {
  fee: MoneyValue;
  margin: MoneyValue;
  /** The margin as hundredths of the selling price, for "22 %". */
  percent: number | undefined;
  /** Nothing is earned, or less than nothing. */
  loss: boolean;
}

export function marginOf(selling: MoneyValue, supply: MoneyValue, rate: string): Margin {
  const fee = feeOf(selling, rate);
  const minor = selling.minor - supply.minor - fee.minor;
  return {
    fee,
    margin: { minor, currency: selling.currency },
    percent: selling.minor === 0 ? undefined : Math.round((minor * 100) / selling.minor),
    loss: minor < 0,
  };
}
