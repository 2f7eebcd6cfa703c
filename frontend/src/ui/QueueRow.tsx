/** One thing that waits: what it is, why it waits, how much is at stake, until when, and its one main action. */
import { Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useT } from "@/i18n/provider";
import { urgency } from "@/lib/dates";
import type { MoneyValue } from "@/lib/money";
import { AnchorLink } from "./links";
import { Money } from "./Money";
import classes from "./QueueRow.module.css";
import { Deadline } from "./When";

interface QueueRowProps {
  what: ReactNode;
  /** Where the whole case is shown. */
  to?: string;
  params?: Record<string, string>;
  /** The reason in words, as a person would say it. */
  why: ReactNode;
  amount?: MoneyValue | undefined;
  until?: string | undefined;
  badge?: ReactNode;
  action: ReactNode;
  /** A tick box, where several can be done at once. */
  select?: ReactNode;
}

export function QueueRow({ what, to, params, why, amount, until, badge, action, select }: QueueRowProps) {
  const t = useT("common");
  const overdue = until !== undefined && urgency(until) === "past";
  return (
    <li className={overdue ? `${classes.row} ${classes.overdue}` : classes.row}>
      <div className={classes.what}>
        <Group gap="xs" wrap="nowrap" align="flex-start">
          {select}
          <div>
            <Group gap="xs">
              {to === undefined ? (
                <Text fw={600}>{what}</Text>
              ) : (
                <AnchorLink to={to} params={params ?? {}} fw={600} c="inherit">
                  {what}
                </AnchorLink>
              )}
              {badge}
            </Group>
            <Text size="sm" c="dimmed">
              <span className="visually-hidden">{t.queue.why}: </span>
              {why}
            </Text>
          </div>
        </Group>
      </div>
      <div className={classes.money}>
        {amount !== undefined && (
          <Text fw={600}>
            <span className="visually-hidden">{t.queue.atStake}: </span>
            <Money value={amount} />
          </Text>
        )}
        {until !== undefined && (
          <Text size="sm" c="dimmed">
            <span className="visually-hidden">{t.queue.until}: </span>
            <Deadline at={until} />
          </Text>
        )}
      </div>
      <div className={classes.action}>{action}</div>
    </li>
  );
}

export function Queue({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={classes.queue} aria-label={label}>
      {children}
    </ul>
  );
}
