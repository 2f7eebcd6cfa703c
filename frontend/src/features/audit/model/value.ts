/** How a value before or after a change is told. */
import type { MoneyValue } from "@/lib/money";

export interface ValueWords {
  nothing: string;
  yes: string;
  no: string;
  values: Record<string, string>;
  /** Names of states, steps and roles, which other pages use too. */
  more: readonly Partial<Record<string, string>>[];
  money: (value: MoneyValue) => string;
  moment: (value: string) => string;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const WORD = /^[a-z][a-z_]*$/;
/** Fields in which a word is one of ours; a person's name is never translated. */
const FIELDS_OF_WORDS = new Set([
  "status", "state", "step", "role", "decision", "contract", "visibility", "tax_class", "settlement_cycle", "functions",
]);

const isMoney = (value: object): value is MoneyValue => "minor" in value && "currency" in value;

export function valueText(field: string, value: unknown, words: ValueWords): string {
  if (value === null || value === undefined || value === "") return words.nothing;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") return value.toLocaleString();
  if (Array.isArray(value)) return value.length === 0 ? words.nothing : value.map((each) => valueText(field, each, words)).join(", ");
  if (typeof value === "object") return isMoney(value) ? words.money(value) : JSON.stringify(value);
  const text = String(value);
  if (MOMENT.test(text)) return words.moment(text);
  if (field === "rate" || field === "price_floor_rate") return percent(text);
  if (!FIELDS_OF_WORDS.has(field) || !WORD.test(text)) return text;
  return [...words.more, words.values].map((each) => each[text]).find((each) => each !== undefined) ?? text;
}

/** `0.025` is two and a half per cent. */
function percent(rate: string): string {
  const value = Number(rate) * 100;
  return Number.isFinite(value) ? `${Number(value.toFixed(4))}%` : rate;
}
