/** One settlement: how its sum came about, and the payout that it gave rise to. */
import { Group, Text } from "@mantine/core";
import { useLocale, useT } from "@/i18n/provider";
import { formatDay } from "@/lib/dates";
import { Facts } from "@/ui/Facts";
import { AnchorLink } from "@/ui/links";
import { Money } from "@/ui/Money";
import type { Settlement } from "../queries";
import { PayoutBadge } from "./payout-badge";

export function SettlementPaper({ settlement }: { settlement: Settlement }) {
  const t = useT("operator").settlements;
  const { locale } = useLocale();
  const { company, payout } = settlement;
  return (
    <>
      <Facts
        align="end"
        facts={[
          { label: t.company, value: company?.name },
          { label: t.on, value: formatDay(settlement.settled_on, locale) },
          { label: t.trades, value: t.tradesCount(settlement.trades) },
          { label: t.sales, value: <Money value={settlement.sales} /> },
          { label: t.supply, value: <Money value={settlement.supply} /> },
          { label: t.delivery, value: <Money value={settlement.delivery} /> },
          { label: t.fee, value: <Money value={settlement.fee} /> },
          { label: t.net, value: <Money value={settlement.net} fw={700} />, total: true },
          {
            label: t.payout,
            value:
              payout === undefined ? (
                settlement.net.minor < 0 ? t.netted : t.payoutNone
              ) : (
                <Group gap="xs" justify="flex-end">
                  <span className="figures">{payout.number}</span>
                  <Money value={payout.amount} />
                  <PayoutBadge state={payout.state} />
                </Group>
              ),
          },
        ]}
      />
      <Text size="sm" c="dimmed" mt="sm">
        {t.how}
      </Text>
      {company !== undefined && (
        <AnchorLink
          to="/operator/ledger/transfers"
          search={{ account: `payable:${company.id}:${settlement.net.currency}` }}
          size="sm"
          mt="sm"
          display="inline-block"
        >
          {t.ledger}
        </AnchorLink>
      )}
    </>
  );
}
