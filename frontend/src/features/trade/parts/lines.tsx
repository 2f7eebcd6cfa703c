/** The lines of a trade: what was ordered, what was delivered, and the prices that its reader may see. */
import { Text } from "@mantine/core";
import { useT } from "@/i18n/provider";
import type { MoneyValue } from "@/lib/money";
import { type Column, PlainList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { Badge } from "@/ui/StateBadge";
import type { TradeLine } from "../types";

interface AmountProps {
  value: MoneyValue | undefined;
  each: MoneyValue | undefined;
  /** What the price of one is called. */
  name: string;
}

/** The amount of a line, and under it the price that it comes from. */
function Amount({ value, each, name }: AmountProps) {
  if (value === undefined) return null;
  return (
    <>
      <Money value={value} fw={600} />
      {each !== undefined && (
        <Text size="xs" c="dimmed" style={{ whiteSpace: "nowrap" }}>
          {name} <Money value={each} />
        </Text>
      )}
    </>
  );
}

export function TradeLines({ lines }: { lines: readonly TradeLine[] }) {
  const words = useT("common").trade;
  const t = words.lines;
  const sees = (key: "unit_price" | "unit_supply") => lines.some((line) => line[key] !== undefined);
  const delivered = lines.some((line) => line.delivered !== undefined);

  const columns: Column<TradeLine>[] = [
    {
      key: "item",
      head: t.item,
      card: "title",
      cell: (line) => (
        <div>
          <Text fw={600} td={line.cancelled ? "line-through" : undefined}>
            {line.name} {line.variant_name !== line.name && <span>· {line.variant_name}</span>}
          </Text>
          <Text size="xs" c="dimmed">
            {line.sku} · {words.taxClass[line.tax_class]}
          </Text>
          {line.cancelled && <Badge tone="danger">{t.cancelled}</Badge>}
        </div>
      ),
    },
    { key: "quantity", head: t.quantity, align: "end", cell: (line) => <span className="figures">{t.count(line.quantity, line.unit)}</span> },
  ];
  if (delivered) {
    columns.push({
      key: "delivered",
      head: t.delivered,
      align: "end",
      cell: (line) =>
        line.delivered === undefined ? null : (
          <>
            <span className="figures">{t.count(line.delivered, line.unit)}</span>
            {!line.cancelled && line.delivered < line.quantity && (
              <Text size="xs" c="var(--tone-caution-fg)">
                {t.short(t.count(line.quantity - line.delivered, line.unit))}
              </Text>
            )}
          </>
        ),
    });
  }
  if (sees("unit_price")) {
    columns.push({ key: "goods", head: t.goods, align: "end", cell: (line) => <Amount value={line.goods} each={line.unit_price} name={t.unitPrice} /> });
  }
  if (sees("unit_supply")) {
    columns.push({ key: "supply", head: t.supply, align: "end", cell: (line) => <Amount value={line.supply} each={line.unit_supply} name={t.unitSupply} /> });
  }
  return <PlainList label={t.title} rows={lines} rowKey={(line) => line.id} columns={columns} />;
}
