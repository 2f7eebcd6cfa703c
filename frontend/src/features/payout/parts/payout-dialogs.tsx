/** How a payout begins at the payment provider, and how it ends: it arrived, or it came back. */
import { Text } from "@mantine/core";
import { useT } from "@/i18n/provider";
import type { MoneyValue } from "@/lib/money";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { useMoneyText } from "@/ui/Money";
import { useNotify } from "@/ui/notify";
import { ReasonAction } from "@/ui/ReasonAction";
import { useConfirmPayout, useProposeRelease, useReturnPayout, useTransferPayout } from "../queries";

interface PayoutDialogProps {
  payout: { id: string; company: string; amount: MoneyValue };
  onClose: () => void;
}

export function ConfirmPayoutDialog({ payout, onClose }: PayoutDialogProps) {
  const t = useT("operator").payouts;
  const say = useMoneyText();
  const notify = useNotify();
  const write = useConfirmPayout(() => notify.done(t.confirmed));
  return (
    <ConfirmAction
      opened
      onClose={onClose}
      title={t.confirmTitle}
      money={t.confirmMoney(say(payout.amount), payout.company)}
      confirmLabel={t.confirm}
      input={payout.id}
      write={write}
    >
      <Text>{t.confirmMeans}</Text>
    </ConfirmAction>
  );
}

export function TransferPayoutDialog({ payout, onClose }: PayoutDialogProps) {
  const t = useT("operator").payouts;
  const say = useMoneyText();
  const notify = useNotify();
  const write = useTransferPayout(({ state }) => notify.done(state === "paid" ? t.transferred : t.transferUnknown));
  return (
    <ConfirmAction
      opened
      onClose={onClose}
      title={t.transferTitle}
      money={t.transferMoney(say(payout.amount), payout.company)}
      confirmLabel={t.transfer}
      input={payout.id}
      write={write}
    >
      <Text>{t.transferMeans}</Text>
    </ConfirmAction>
  );
}

export function ReturnPayoutDialog({ payout, onClose }: PayoutDialogProps) {
  const t = useT("operator").payouts;
  const say = useMoneyText();
  const notify = useNotify();
  const write = useReturnPayout(() => notify.done(t.returned));
  return (
    <ReasonAction
      onClose={onClose}
      title={t.returnTitle}
      money={t.returnMoney(say(payout.amount), payout.company)}
      body={t.returnMeans}
      label={t.reason}
      hint={t.reasonHint}
      confirmLabel={t.return}
      danger
      toInput={(reason) => ({ id: payout.id, reason })}
      write={write}
    />
  );
}

export function ReleasePayoutDialog({ payout, onClose }: PayoutDialogProps) {
  const t = useT("operator").payouts;
  const notify = useNotify();
  const write = useProposeRelease(() => notify.done(t.released));
  return (
    <ReasonAction
      onClose={onClose}
      title={t.releaseTitle}
      body={t.releaseBody}
      label={t.releaseReason}
      hint={t.releaseHint}
      confirmLabel={t.release}
      toInput={(reason) => ({ id: payout.id, reason })}
      write={write}
    />
  );
}
