/** What was different: a small table of each field before and after. */
import { Text } from "@mantine/core";
import { useLocale, useT } from "@/i18n/provider";
import { formatExact } from "@/lib/dates";
import { useMoneyText } from "@/ui/Money";
import type { AuditChange } from "../queries";
import { type ValueWords, valueText } from "../model/value";
import classes from "./change-table.module.css";

export function useValueText(): (field: string, value: unknown) => string {
  const t = useT("audit");
  const common = useT("common");
  const { locale } = useLocale();
  const money = useMoneyText();
  const words: ValueWords = {
    nothing: t.nothing,
    yes: t.yes,
    no: t.no,
    values: t.values,
    more: [common.tradeState, common.role, common.trade.action],
    money: (value) => money(value),
    moment: (value) => formatExact(value, locale),
  };
  return (field, value) => {
    // A payout's states have names of their own that a trade's would hide.
    const more = field === "state" && typeof value === "string" && t.values[value] !== undefined && !(value in common.tradeState) ? [] : words.more;
    return valueText(field, value, { ...words, more });
  };
}

export function ChangeTable({ label, changes }: { label: string; changes: readonly AuditChange[] }) {
  const t = useT("audit");
  const text = useValueText();
  if (changes.length === 0) {
    return (
      <Text size="xs" c="dimmed">
        {t.noChanges}
      </Text>
    );
  }
  return (
    <table className={classes.table} aria-label={`${label}: ${t.changes}`}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t.field}</th>
          <th scope="col">{t.before}</th>
          <th scope="col">{t.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{t.fields[field]}</th>
            <td className={classes.before}>{text(field, before)}</td>
            <td>
              <span aria-hidden>→ </span>
              {text(field, after)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
