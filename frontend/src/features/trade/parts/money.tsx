/** Where the money of a trade goes, as far as its reader may see it, and in words where it lies now. */
import { Text } from "@mantine/core";
import { useT } from "@/i18n/provider";
import { Facts } from "@/ui/Facts";
import { Money, useMoneyText } from "@/ui/Money";
import type { MoneyValue } from "@/lib/money";
import { shareOf } from "../model/shares";
import type { Trade } from "../types";

const shown = (value: MoneyValue | undefined) => (value === undefined ? undefined : <Money value={value} />);
const unlessZero = (value: MoneyValue | undefined) => (value === undefined || value.minor === 0 ? undefined : <Money value={value} />);

export function TradeMoney({ trade }: { trade: Trade }) {
  const t = useT("common").trade.money;
  const say = useMoneyText();
  const share = shareOf(trade);
  const fee =
    trade.fee === undefined ? undefined : (
      <>
        <Money value={trade.fee} />
        {trade.fee_vat !== undefined && (
          <Text size="xs" c="dimmed">
            {t.feeOf(say(trade.fee_vat))}
          </Text>
        )}
      </>
    );
  return (
    <>
      <Facts
        align="end"
        facts={[
          { label: t.total, value: shown(trade.paid) },
          { label: t.refunded, value: unlessZero(trade.refunded) },
          { label: t.goods, value: shown(trade.goods) },
          { label: t.delivery, value: shown(trade.delivery) },
          { label: t.supply, value: shown(trade.supply) },
          { label: t.fee, value: fee },
          { label: t.margin, value: shown(trade.margin) },
          { label: t.share, value: shown(share), total: true },
        ]}
      />
      {share !== undefined && (
        <Text size="sm" c="dimmed" mt="sm">
          {trade.state === "cancelled"
            ? t.refundedAll
            : trade.state === "settled"
              ? t.settled(say(share))
              : trade.state === "confirmed"
                ? t.payable(say(share))
                : t.inEscrow(say(share))}
        </Text>
      )}
    </>
  );
}
