/** How the sum of a settlement came about, and how it was netted with what stood open before. */
import type { MoneyValue } from "@/lib/money";
import { useT } from "@/i18n/provider";
import { Facts } from "@/ui/Facts";
import { Money } from "@/ui/Money";
import type { SettlementReport } from "../queries";

const minus = ({ minor, currency }: MoneyValue): MoneyValue => ({ minor: minor === 0 ? 0 : -minor, currency });

export function SettlementSumFacts({ sums }: { sums: SettlementReport["sums"] }) {
  const t = useT("operator").settlements;
  return (
    <Facts
      align="end"
      facts={[
        { label: t.goods, value: <Money value={sums.goods} /> },
        { label: t.supplyPaid, value: <Money value={minus(sums.supply_paid)} /> },
        { label: t.feeNet, value: <Money value={minus(sums.fee_net)} /> },
        { label: t.feeVat, value: <Money value={minus(sums.fee_vat)} /> },
        { label: t.margin, value: <Money value={sums.margin} fw={600} /> },
        { label: t.supplyEarned, value: <Money value={sums.supply_earned} /> },
        { label: t.delivery, value: <Money value={sums.delivery} /> },
        { label: t.net, value: <Money value={sums.net} fw={700} />, total: true },
      ]}
    />
  );
}

export function NettingFacts({ netting }: { netting: SettlementReport["netting"] }) {
  const t = useT("operator").settlements;
  return (
    <Facts
      align="end"
      facts={[
        { label: t.carried, value: <Money value={netting.carried} /> },
        { label: t.net, value: <Money value={netting.net} /> },
        { label: t.due, value: <Money value={netting.due} fw={700} />, total: true },
      ]}
    />
  );
}
