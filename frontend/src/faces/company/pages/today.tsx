/** What waits for me today, what money is coming, how the shop sells. */
import { SimpleGrid, Stack, Text } from "@mantine/core";
import { IconCircle, IconCircleCheck } from "@tabler/icons-react";
import { useMay } from "@/api/permission";
import { type CompanyHome, useHome } from "@/features/company";
import { useLocale, useT } from "@/i18n/provider";
import { businessDay, formatDay } from "@/lib/dates";
import { sumMoney, won } from "@/lib/money";
import { AnchorLink, ButtonLink } from "@/ui/links";
import { Money, useMoneyText } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { Panel } from "@/ui/Panel";
import { Queue, QueueRow } from "@/ui/QueueRow";
import { Stat, StatGrid } from "@/ui/Stat";
import { EmptyState, Loaded } from "@/ui/states";
import { When } from "@/ui/When";
import { SalesChart } from "@/ui/workspace/SalesChart";
import { filledDays } from "../model/chart";
import { placeOf, setupRows, waitingRows } from "../model/today";
import classes from "./today.module.css";

export function TodayPage() {
  const t = useT("company").today;
  const home = useHome();
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <Loaded query={home}>
        {(data) => (
          <Stack gap="lg">
            <Setup home={data} />
            <Waiting home={data} />
            {data.money !== undefined && <Coming money={data.money} />}
            <Sales home={data} />
          </Stack>
        )}
      </Loaded>
    </>
  );
}

function Setup({ home }: { home: CompanyHome }) {
  const t = useT("company").today.setup;
  const may = useMay();
  const rows = setupRows(home);
  if (rows.length === 0 || !may("company_manage")) return null;
  return (
    <Panel title={t.title} action={<Text size="sm" c="dimmed">{t.progress(rows.filter(({ done }) => done).length, rows.length)}</Text>}>
      <ul className={classes.setup}>
        {rows.map(({ step, done, to, search }) => (
          <li key={step} className={classes.setupStep}>
            {done ? (
              <IconCircleCheck size={20} color="var(--mantine-color-positive-7)" role="img" aria-label={t.done} />
            ) : (
              <IconCircle size={20} color="var(--mantine-color-dimmed)" role="img" aria-label={t.open} />
            )}
            {done ? (
              <Text c="dimmed">{t.steps[step]}</Text>
            ) : (
              <AnchorLink to={to} search={search} fw={600}>
                {t.steps[step]}
              </AnchorLink>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Waiting({ home }: { home: CompanyHome }) {
  const t = useT("company").today;
  const rows = waitingRows(home);
  if (rows.length === 0) {
    return (
      <Panel title={t.waitingTitle}>
        <EmptyState title={t.nothing} body={t.nothingBody} />
      </Panel>
    );
  }
  return (
    <Panel title={t.waitingTitle}>
      <Queue label={t.waitingTitle}>
        {rows.map((row) => {
          const place = placeOf(row.kind);
          return (
            <QueueRow
              key={row.kind}
              what={t.waiting[row.kind].what(row.count)}
              why={
                <>
                  {t.waiting[row.kind].why}
                  {row.oldest_at !== undefined && (
                    <>
                      {" "}
                      · {t.oldest} <When at={row.oldest_at} />
                    </>
                  )}
                </>
              }
              amount={row.amount}
              until={row.due_at}
              action={
                <ButtonLink to={place.to} search={place.search} variant="light">
                  {t.waiting[row.kind].act}
                </ButtonLink>
              }
            />
          );
        })}
      </Queue>
    </Panel>
  );
}

function Coming({ money }: { money: NonNullable<CompanyHome["money"]> }) {
  const t = useT("company").today.money;
  const { locale } = useLocale();
  return (
    <StatGrid columns={4}>
      <Stat label={t.inEscrow} value={<Money value={money.in_escrow} />} note={t.inEscrowNote} to="/company/trades" />
      <Stat
        label={t.next}
        value={<Money value={money.next_settlement} />}
        note={t.nextOn(formatDay(money.next_settlement_on, locale))}
        to="/company/settlements"
      />
      <Stat label={t.payable} value={<Money value={money.payable} />} note={t.payableNote} to="/company/payouts" />
      <Stat label={t.onItsWay} value={<Money value={money.on_its_way} />} note={t.onItsWayNote} to="/company/payouts" />
    </StatGrid>
  );
}

function Sales({ home }: { home: CompanyHome }) {
  const t = useT("company").today.sales;
  const say = useMoneyText();
  const days = filledDays(home.sales, businessDay(Date.now()), 30);
  const total = sumMoney(home.sales.map(({ amount }) => amount), home.sales[0]?.amount.currency ?? "KRW");
  const orders = home.sales.reduce((sum, day) => sum + day.orders, 0);
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} className={classes.sales}>
      <Panel title={t.title} action={<Text size="sm" c="dimmed">{t.total(say(total), orders)}</Text>}>
        {home.sales.length === 0 ? <EmptyState title={t.none} /> : <SalesChart days={days} label={t.title} />}
      </Panel>
      <Panel title={t.best}>
        {home.top_products.length === 0 ? (
          <EmptyState title={t.none} />
        ) : (
          <ol className={classes.best}>
            {home.top_products.map((product) => (
              <li key={product.title} className={classes.product}>
                <span>{product.title}</span>
                <Text component="span" size="sm" c="dimmed" className="figures">
                  {t.sold(product.sold)}
                </Text>
                <Money value={product.amount ?? won(0)} fw={600} />
              </li>
            ))}
          </ol>
        )}
      </Panel>
    </SimpleGrid>
  );
}
