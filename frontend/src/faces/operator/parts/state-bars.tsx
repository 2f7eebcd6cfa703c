/** Trades by state as bars. Each bar is a row with its figures, so that it is read as well as seen. */
import { Text } from "@mantine/core";
import { useT } from "@/i18n/provider";
import type { MoneyValue } from "@/lib/money";
import { AnchorLink } from "@/ui/links";
import { Money } from "@/ui/Money";
import { inOrder } from "../model/home";
import classes from "./state-bars.module.css";

interface StateBarsProps {
  rows: readonly { state: string; count: number; amount: MoneyValue }[];
}

export function StateBars({ rows }: StateBarsProps) {
  const t = useT("operator").home;
  const names: Partial<Record<string, string>> = useT("common").tradeState;
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <ul className={classes.bars}>
      {inOrder(rows).map(({ state, count, amount }) => (
        <li key={state} className={classes.row}>
          <AnchorLink to="/operator/trades" search={{ state }} size="sm" className={classes.name}>
            {names[state] ?? state}
          </AnchorLink>
          <span className={classes.track} aria-hidden>
            <span className={classes.bar} data-state={state} style={{ width: `${(count * 100) / most}%` }} />
          </span>
          <Text component="span" size="sm" fw={600} className="figures">
            {t.count(count)}
          </Text>
          <Text component="span" size="xs" c="dimmed" className={classes.amount}>
            <Money value={amount} short />
          </Text>
        </li>
      ))}
    </ul>
  );
}
