/** Sales by day as bars, and the same as a table for those who read rather than see. */
import "@mantine/charts/styles.layer.css";
import { BarChart } from "@mantine/charts";
import { useLocale, useT } from "@/i18n/provider";
import { formatDay } from "@/lib/dates";
import { formatMoney, formatMoneyShort, type MoneyValue } from "@/lib/money";

export interface DaySales {
  /** A business day, YYYY-MM-DD. */
  day: string;
  amount: MoneyValue;
}

interface SalesChartProps {
  days: readonly DaySales[];
  currency?: string;
  label?: string;
  height?: number;
  /** How a step of the axis is called, where it is not a day. */
  nameStep?: (day: string) => string;
}

/** The steps that have room for a name, evenly, the last of all among them. */
function named(days: readonly DaySales[]): string[] {
  const every = Math.ceil(days.length / 4);
  return days.filter((_, at) => (days.length - 1 - at) % every === 0).map(({ day }) => day);
}

export function SalesChart({ days, currency = "KRW", label, height = 220, nameStep }: SalesChartProps) {
  const t = useT("common").chart;
  const { locale } = useLocale();
  const name = label ?? t.salesByDay;
  const step = (day: string) => (nameStep === undefined ? formatDay(day, locale) : nameStep(day));
  const money = (minor: number): MoneyValue => ({ minor, currency });
  return (
    <figure style={{ margin: 0 }}>
      <div aria-hidden>
        <BarChart
          h={height}
          data={days.map(({ day, amount }) => ({ day, [name]: amount.minor }))}
          dataKey="day"
          series={[{ name, color: "brand.6" }]}
          valueFormatter={(minor) => formatMoney(money(minor), locale)}
          xAxisProps={{ tickFormatter: step, minTickGap: 12, ticks: named(days) }}
          yAxisProps={{ tickFormatter: (minor: number) => formatMoneyShort(money(minor), locale), width: 64 }}
          barProps={{ radius: [3, 3, 0, 0], isAnimationActive: false, maxBarSize: 28 }}
          gridAxis="x"
          barChartProps={{ accessibilityLayer: false }}
          tickLine="none"
        />
      </div>
      <figcaption>
        <details>
          <summary style={{ fontSize: "0.8125rem" }}>{t.table}</summary>
          <table style={{ fontSize: "0.8125rem", width: "100%" }}>
            <caption className="visually-hidden">{name}</caption>
            <thead>
              <tr>
                <th scope="col" style={{ textAlign: "start" }}>
                  {t.day}
                </th>
                <th scope="col" style={{ textAlign: "end" }}>
                  {t.amount}
                </th>
              </tr>
            </thead>
            <tbody>
              {days.map(({ day, amount }) => (
                <tr key={day}>
                  <td>{step(day)}</td>
                  <td className="figures" style={{ textAlign: "end" }}>
                    {formatMoney(amount, locale)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </figcaption>
    </figure>
  );
}
