/** The console's first page: what waits and how much hangs on it, the money held, how trade goes, how the machinery is. */
import { SimpleGrid, Stack, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { type OperatorHome, useOperatorHome } from "@/features/console";
import { CompanyBadge } from "@/features/verification";
import { useT } from "@/i18n/provider";
import { businessDay } from "@/lib/dates";
import { sumMoney } from "@/lib/money";
import { AnchorLink, ButtonLink } from "@/ui/links";
import { Money, useMoneyText } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { Panel } from "@/ui/Panel";
import { Stat, StatGrid } from "@/ui/Stat";
import { EmptyState, Loaded } from "@/ui/states";
import { When } from "@/ui/When";
import { SalesChart } from "@/ui/workspace/SalesChart";
import { gmvDays } from "../model/home";
import { StateBars } from "../parts/state-bars";
import classes from "./home.module.css";

export function HomePage() {
  const t = useT("operator").home;
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <Loaded query={useOperatorHome()}>
        {(home) => (
          <Stack gap="lg">
            <Queues queues={home.queues} />
            <Held money={home.money} />
            <div className={classes.charts}>
              <Gmv home={home} />
              <States home={home} />
            </div>
            <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="sm">
              <Late late={home.late} />
              <Companies companies={home.companies} />
              <Machinery health={home.health} />
              <ToProof />
            </SimpleGrid>
          </Stack>
        )}
      </Loaded>
    </>
  );
}

function Queues({ queues }: { queues: OperatorHome["queues"] }) {
  const t = useT("operator");
  const kinds: Partial<Record<string, string>> = t.queueKind;
  return (
    <section aria-label={t.home.queues}>
      <ul className={classes.queues}>
        {queues.map(({ kind, count, at_stake, oldest_at }) => (
          <li key={kind} className={classes.queue} data-waiting={count > 0 || undefined}>
            <AnchorLink to="/operator/queue" search={{ tab: kind }} className={classes.queueLink} c="inherit">
              <Text component="span" display="block" size="sm" c="dimmed">
                {kinds[kind] ?? kind}
              </Text>
              <span className={`figures ${classes.count}`}>{t.home.count(count)}</span>
              {at_stake.minor !== 0 && (
                <Text component="span" display="block" size="sm" fw={600}>
                  <span className="visually-hidden">{t.home.atStake}: </span>
                  <Money value={at_stake} />
                </Text>
              )}
              <Text component="span" display="block" size="xs" c="dimmed">
                {oldest_at === undefined ? (
                  t.home.calm
                ) : (
                  <>
                    {t.home.oldest} <When at={oldest_at} />
                  </>
                )}
              </Text>
            </AnchorLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Held({ money }: { money: OperatorHome["money"] }) {
  const t = useT("operator").home;
  return (
    <section aria-label={t.money}>
      <StatGrid columns={5}>
        <Stat label={t.escrow} value={<Money value={money.escrow} fz="lg" />} note={t.escrowNote} to="/operator/ledger" search={{ kind: "escrow" }} />
        <Stat label={t.payable} value={<Money value={money.payable} fz="lg" />} note={t.payableNote} to="/operator/ledger" search={{ kind: "payable" }} />
        <Stat label={t.fees} value={<Money value={money.fees} fz="lg" />} note={t.feesNote} to="/operator/ledger" search={{ kind: "platform_fee" }} />
        <Stat label={t.vat} value={<Money value={money.vat_payable} fz="lg" />} note={t.vatNote} to="/operator/ledger" search={{ kind: "vat_payable" }} />
        <Stat
          label={t.clearing}
          value={<Money value={money.clearing} fz="lg" />}
          note={t.clearingNote}
          to="/operator/ledger"
          search={{ kind: "gateway_clearing" }}
        />
      </StatGrid>
    </section>
  );
}

function Gmv({ home }: { home: OperatorHome }) {
  const t = useT("operator").home;
  const say = useMoneyText();
  const total = sumMoney(
    home.gmv.map(({ amount }) => amount),
    home.gmv[0]?.amount.currency ?? "KRW",
  );
  const orders = home.gmv.reduce((sum, day) => sum + day.orders, 0);
  return (
    <Panel title={t.gmv} action={<Text size="sm" c="dimmed">{t.gmvTotal(say(total), orders)}</Text>}>
      {home.gmv.length === 0 ? (
        <EmptyState title={t.gmvNone} />
      ) : (
        <SalesChart days={gmvDays(home.gmv, businessDay(Date.now()))} label={t.gmv} height={240} />
      )}
    </Panel>
  );
}

function States({ home }: { home: OperatorHome }) {
  const t = useT("operator").home;
  return (
    <Panel title={t.states}>
      {home.trades_by_state.length === 0 ? <EmptyState title={t.statesNone} /> : <StateBars rows={home.trades_by_state} />}
    </Panel>
  );
}

function Late({ late }: { late: OperatorHome["late"] }) {
  const t = useT("operator").home;
  const actors: Partial<Record<string, string>> = useT("common").actor;
  return (
    <Panel title={t.late} {...(late.length > 0 ? { tone: "caution" as const } : {})}>
      {late.length === 0 ? (
        <Good>{t.lateNone}</Good>
      ) : (
        <ul className={classes.lines}>
          {late.map(({ due_by, count }) => (
            <li key={due_by}>
              <AnchorLink to="/operator/trades" search={{ sort: "due_at" }}>
                {t.lateBy(actors[due_by] ?? due_by)}
              </AnchorLink>
              <strong className="figures">{t.count(count)}</strong>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Companies({ companies }: { companies: OperatorHome["companies"] }) {
  const t = useT("operator").home;
  return (
    <Panel title={t.companies}>
      <ul className={classes.lines}>
        {companies.map(({ status, count }) => (
          <li key={status}>
            <AnchorLink to="/operator/companies" search={{ tab: status }}>
              <CompanyBadge status={status} />
            </AnchorLink>
            <strong className="figures">{t.count(count)}</strong>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Machinery({ health }: { health: OperatorHome["health"] }) {
  const t = useT("operator").home;
  const redis: Partial<Record<string, string>> = t.redisState;
  const bad = health.dead_letters > 0 || health.redis === "down";
  return (
    <Panel title={t.health} {...(bad ? { tone: "caution" as const } : {})}>
      <ul className={classes.lines}>
        <li>
          <span>{t.outbox}</span>
          <strong className="figures">{t.count(health.outbox)}</strong>
        </li>
        <li>
          <span>{t.deadLetters}</span>
          <strong className="figures">{t.count(health.dead_letters)}</strong>
        </li>
        <li>
          <span>{t.mailQueued}</span>
          <strong className="figures">{t.count(health.mail_queued)}</strong>
        </li>
        <li>
          <span>{t.redis}</span>
          <strong>{redis[health.redis] ?? health.redis}</strong>
        </li>
      </ul>
    </Panel>
  );
}

function ToProof() {
  const t = useT("operator").home;
  return (
    <Panel title={t.proof}>
      <Text size="sm" mb="sm">
        {t.proofNote}
      </Text>
      <ButtonLink to="/operator/ledger/proof" variant="light">
        {t.proofOpen}
      </ButtonLink>
    </Panel>
  );
}

function Good({ children }: { children: string }) {
  return (
    <Text size="sm" c="var(--tone-positive-fg)" className={classes.good}>
      <IconCircleCheck size={18} aria-hidden />
      {children}
    </Text>
  );
}
