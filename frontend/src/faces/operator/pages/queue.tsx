/** What waits for the operator: what, why, how much, until when, and the one thing to do about it. */
import { Checkbox, Tabs, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { useOperatorMay } from "@/api/permission";
import { type QueueCount, type QueueItem, useQueue } from "@/features/console";
import { OperatorBulk } from "@/features/trade";
import { useT } from "@/i18n/provider";
import { Pager, useList } from "@/ui/list";
import { useMoneyText } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { Queue, QueueRow } from "@/ui/QueueRow";
import { Badge } from "@/ui/StateBadge";
import { EmptyState, Loaded } from "@/ui/states";
import { bulkStepOf, placeOf, QUEUE_KINDS, stepOfQueue } from "../model/queue";
import { QueueAction } from "../parts/queue-action";
import { QueueWhy } from "../parts/queue-why";
import classes from "../parts/queue.module.css";

const ALL = "all";

export function QueuePage() {
  const t = useT("operator").queue;
  const list = useList({ limit: 30 });
  const tab = list.tab ?? ALL;
  const queue = useQueue(tab === ALL ? list.query : { ...list.query, kind: tab });
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <KindTabs tab={tab} queues={queue.data?.queues ?? []} onChoose={list.setTab} />
      <Loaded query={queue}>
        {({ items, queues }) => (
          <>
            {/* Ticks belong to one queue and one page: another one starts without any. */}
            <Rows key={`${tab} ${list.cursor ?? ""}`} items={items} count={queues.find(({ kind }) => kind === tab)} />
            <Pager list={list} next={queue.data?.next} />
          </>
        )}
      </Loaded>
    </>
  );
}

interface KindTabsProps {
  tab: string;
  queues: readonly QueueCount[];
  onChoose: (tab: string) => void;
}

function KindTabs({ tab, queues, onChoose }: KindTabsProps) {
  const t = useT("operator");
  const count = (kind: string) => queues.find((each) => each.kind === kind)?.count ?? 0;
  const all = queues.reduce((sum, each) => sum + each.count, 0);
  return (
    <Tabs value={tab} onChange={(value) => onChoose(value ?? ALL)} mb="md">
      <Tabs.List>
        <Tabs.Tab value={ALL}>{t.queue.tab(t.queue.all, all)}</Tabs.Tab>
        {QUEUE_KINDS.map((kind) => (
          <Tabs.Tab key={kind} value={kind}>
            {t.queue.tab(t.queueKind[kind], count(kind))}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}

function Rows({ items, count }: { items: readonly QueueItem[]; count: QueueCount | undefined }) {
  const t = useT("operator");
  const say = useMoneyText();
  const may = useOperatorMay();
  const [ticked, tick] = useState<ReadonlySet<string>>(new Set());
  const kinds: Partial<Record<string, string>> = t.queueKind;
  const proposals: Partial<Record<string, string>> = useT("approval").kinds;
  // Several steps cannot be taken at once, so ticks are offered where one queue is shown.
  const step = may("trades_operate") ? stepOfQueue(count?.kind) : undefined;
  const fit = useMemo(() => (step === undefined ? [] : items.filter((item) => bulkStepOf(item) === step)), [items, step]);
  const chosen = fit.filter(({ id }) => ticked.has(id));

  const toggle = (id: string) => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    tick(next);
  };
  return (
    <>
      {count !== undefined && (
        <div className={classes.head}>
          {step === undefined ? (
            <Text size="sm" c="dimmed">
              {t.queue.summary(count.count, say(count.at_stake))}
            </Text>
          ) : (
            <>
              <Checkbox
                label={t.queue.selectAll}
                disabled={fit.length === 0}
                checked={chosen.length > 0 && chosen.length === fit.length}
                indeterminate={chosen.length > 0 && chosen.length < fit.length}
                onChange={() => tick(chosen.length === fit.length ? new Set() : new Set(fit.map(({ id }) => id)))}
              />
              <OperatorBulk
                step={step}
                items={chosen.map(({ id, title, at_stake }) => ({ id, name: title, amount: at_stake }))}
                onDone={() => tick(new Set())}
              />
            </>
          )}
        </div>
      )}
      {items.length === 0 ? (
        <EmptyState title={t.queue.empty} body={t.queue.emptyBody} />
      ) : (
        <Queue label={t.queue.title}>
          {items.map((item) => {
            const place = placeOf(item);
            return (
              <QueueRow
                key={`${item.kind} ${item.id}`}
                what={item.kind === "proposal" ? (proposals[item.title] ?? item.title) : item.title}
                {...(Object.keys(place.params).length > 0 ? { to: place.to, params: place.params } : {})}
                why={<QueueWhy item={item} />}
                amount={item.at_stake}
                until={item.due_at}
                badge={
                  <>
                    {count === undefined && <Badge>{kinds[item.kind] ?? item.kind}</Badge>}
                    {item.why.length > 0 && <Badge tone="danger">{t.queue.held}</Badge>}
                    {item.kind === "po" && item.why.length === 0 && <Badge tone="positive">{t.queue.green}</Badge>}
                  </>
                }
                select={
                  step !== undefined && (
                    <Checkbox
                      aria-label={t.queue.select(item.title)}
                      checked={ticked.has(item.id)}
                      disabled={bulkStepOf(item) !== step}
                      onChange={() => toggle(item.id)}
                      mt={3}
                    />
                  )
                }
                action={<QueueAction item={item} />}
              />
            );
          })}
        </Queue>
      )}
    </>
  );
}
