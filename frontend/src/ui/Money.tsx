/** An amount, exact, in figures that stand under one another. */
import { Text, type TextProps } from "@mantine/core";
import { useLocale } from "@/i18n/provider";
import { formatMoney, formatMoneyShort, type MoneyValue } from "@/lib/money";

interface MoneyProps extends Omit<TextProps, "variant"> {
  value: MoneyValue;
  /** A plus before what comes in, for statements. */
  signed?: boolean;
  /** A short form; the exact amount is shown on hover. */
  short?: boolean;
  /** Greys the amount and strikes it through, for a list price beside the price asked. */
  struck?: boolean;
}

export function Money({ value, signed = false, short = false, struck = false, ...text }: MoneyProps) {
  const { locale } = useLocale();
  const exact = formatMoney(value, locale);
  const shown = short ? formatMoneyShort(value, locale) : exact;
  return (
    <Text
      component="span"
      className="figures"
      inherit
      title={short ? exact : undefined}
      td={struck ? "line-through" : undefined}
      c={struck ? "dimmed" : undefined}
      {...text}
    >
      {signed && value.minor > 0 ? `+${shown}` : shown}
    </Text>
  );
}

/** For sentences: `t.money.release(say(amount))`. */
export function useMoneyText(): (value: MoneyValue) => string {
  const { locale } = useLocale();
  return (value) => formatMoney(value, locale);
}
