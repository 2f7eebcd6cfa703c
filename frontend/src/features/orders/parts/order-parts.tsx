/** The parts of an order, one per supplier: how far each is, what is in it, and what the buyer may do now. */
import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { usePick } from "@/i18n/pick";
import { useT } from "@/i18n/provider";
import { Money, useMoneyText } from "@/ui/Money";
import { Picture } from "@/ui/shop/Picture";
import { StateBadge } from "@/ui/StateBadge";
import { Timeline } from "@/ui/Timeline";
import { When } from "@/ui/When";
import { heldAmount, isCancelled, isGone, type Order, type OrderLine, type Part, STRETCHES, stretchOf } from "../model/progress";
import type { OrderKey } from "../queries";
import { Dialogs, type Asking } from "./dialogs";
import classes from "./order-parts.module.css";

export function OrderParts({ order, orderKey }: { order: Order; orderKey: OrderKey }) {
  return (
    <Stack gap="xl">
      {order.parts.map((part) => (
        <PartSection key={part.trade_id} part={part} orderKey={orderKey} />
      ))}
    </Stack>
  );
}

function PartSection({ part, orderKey }: { part: Part; orderKey: OrderKey }) {
  const t = useT("shop").order;
  const say = useMoneyText();
  const [asking, setAsking] = useState<Asking>();
  const may = (action: Part["allowed_actions"][number]) => part.allowed_actions.includes(action);
  return (
    <section className={classes.part} aria-label={t.partOf(part.supplier.name)}>
      <header className={classes.head}>
        <div>
          <h2>{t.partOf(part.supplier.name)}</h2>
          {part.trade_number && (
            <Text size="sm" c="dimmed" className="figures">
              {t.tradeNumber} {part.trade_number}
            </Text>
          )}
        </div>
        {part.state && <StateBadge state={part.state} />}
      </header>
      {part.state && !isCancelled(part) && <Progress state={part.state} />}
      <ul className={classes.lines}>
        {part.lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
      <Group justify="space-between" className={classes.sums}>
        <Text c="dimmed">
          {t.withDelivery(part.delivery.minor === 0 ? undefined : say(part.delivery))}
          {part.refunded.minor > 0 && ` · ${t.refundedAmount(say(part.refunded))}`}
        </Text>
        <Text fw={700}>
          <Money value={heldAmount(part)} />
        </Text>
      </Group>
      {part.tracking_number && (
        <Text size="sm">
          {t.tracking}: {part.carrier} <span className="figures">{part.tracking_number}</span>
        </Text>
      )}
      {part.confirm_due_at && may("confirm") && (
        <p className={classes.due}>
          {t.confirmDue(say(heldAmount(part)))} <When at={part.confirm_due_at} fw={700} />
        </p>
      )}
      {(may("confirm") || may("mark_arrived") || may("cancel")) && (
        <Group gap="xs">
          {may("confirm") && (
            <Button size="md" onClick={() => setAsking("confirm")}>
              {t.confirm}
            </Button>
          )}
          {may("mark_arrived") && (
            <Button size="md" variant={may("confirm") ? "default" : "filled"} onClick={() => setAsking("arrived")}>
              {t.markArrived}
            </Button>
          )}
          {may("cancel") && (
            <Button size="md" variant="default" onClick={() => setAsking("cancel")}>
              {t.cancel}
            </Button>
          )}
        </Group>
      )}
      {part.timeline.length > 0 && (
        <details className={classes.history} open>
          <summary>{t.history}</summary>
          <History part={part} />
        </details>
      )}
      <Dialogs part={part} orderKey={orderKey} asking={asking} onClose={() => setAsking(undefined)} />
    </section>
  );
}

function Progress({ state }: { state: string }) {
  const t = useT("shop").order;
  const at = STRETCHES.findIndex((stretch) => stretch === stretchOf(state));
  return (
    <ol className={classes.progress} aria-label={t.progress}>
      {STRETCHES.map((stretch, index) => (
        <li
          key={stretch}
          data-reached={index <= at || undefined}
          aria-current={index === at ? "step" : undefined}
        >
          {t.stretch[stretch]}
        </li>
      ))}
    </ol>
  );
}

function Line({ line }: { line: OrderLine }) {
  const t = useT("shop").order;
  const say = usePick();
  const gone = isGone(line);
  return (
    <li className={classes.line}>
      <Picture src={line.picture_url} alt="" faded={gone} />
      <div>
        <Text fw={600} td={gone ? "line-through" : undefined}>
          {say(line.title, line.title_en)}
        </Text>
        <Text size="sm" c="dimmed">
          {line.variant_name} · {t.pieces(line.quantity)}
        </Text>
        {gone && (
          <Text size="sm" c="var(--tone-danger-fg)">
            {t.cancelledLine}
          </Text>
        )}
        {!gone && typeof line.delivered === "number" && line.delivered < line.quantity && (
          <Text size="sm" c="var(--tone-caution-fg)">
            {t.shortDelivery(line.delivered)}
          </Text>
        )}
      </div>
      <Money value={line.amount} struck={gone} />
    </li>
  );
}

function History({ part }: { part: Part }) {
  const t = useT("shop").order;
  const steps: Partial<Record<string, string>> = t.step;
  const states: Partial<Record<string, string>> = useT("common").tradeState;
  const entries = part.timeline.map((entry, index) => ({
    id: `${index}-${entry.at}`,
    at: entry.at,
    title: steps[entry.to] ?? states[entry.to] ?? entry.to,
    actor: entry.by,
    reason: entry.reason ?? undefined,
  }));
  // They come in their order; what happened at one moment keeps it, the other way round.
  const newestFirst = entries.reverse().sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return <Timeline entries={newestFirst} label={t.history} />;
}
