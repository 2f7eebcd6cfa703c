/** The company's money by where it lies, in the order in which it comes closer. */
import type { Balance } from "@/features/settlement";
import { useLocale, useT } from "@/i18n/provider";
import { formatDay } from "@/lib/dates";
import { Money } from "@/ui/Money";
import { Stat, StatGrid } from "@/ui/Stat";
import { Loaded, PendingState } from "@/ui/states";

interface BalanceStatsProps {
  query: { data: Balance | undefined; error: Error | null; isPending: boolean; refetch: () => unknown };
}

export function BalanceStats({ query }: BalanceStatsProps) {
  const t = useT("company").today.money;
  const { locale } = useLocale();
  return (
    <Loaded query={query} pending={<PendingState lines={2} />}>
      {(balance) => (
        <StatGrid columns={5}>
          <Stat label={t.inEscrow} value={<Money value={balance.in_escrow} />} note={t.inEscrowNote} />
          <Stat label={t.next} value={<Money value={balance.next_settlement} />} note={t.nextOn(formatDay(balance.next_settlement_on, locale))} />
          <Stat label={t.payable} value={<Money value={balance.payable} />} note={balance.payable.minor < 0 ? t.negative : t.payableNote} />
          <Stat label={t.onItsWay} value={<Money value={balance.on_its_way} />} note={t.onItsWayNote} />
          <Stat label={t.paidOut} value={<Money value={balance.paid_out} />} />
        </StatGrid>
      )}
    </Loaded>
  );
}
