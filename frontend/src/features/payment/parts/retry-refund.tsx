/** Sends a refund that the provider refused once more. */
import { Text } from "@mantine/core";
import { useT } from "@/i18n/provider";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { useMoneyText } from "@/ui/Money";
import { useNotify } from "@/ui/notify";
import { type Refund, useRetryRefund } from "../queries";

interface RetryRefundProps {
  refund: Pick<Refund, "id" | "amount"> & { last_error?: string | undefined };
  onClose: () => void;
}

export function RetryRefundDialog({ refund, onClose }: RetryRefundProps) {
  const t = useT("operator").refunds;
  const say = useMoneyText();
  const notify = useNotify();
  const write = useRetryRefund(() => notify.done(t.retried));
  return (
    <ConfirmAction
      opened
      onClose={onClose}
      title={t.retryTitle}
      money={t.retryMoney(say(refund.amount))}
      confirmLabel={t.retry}
      input={refund.id}
      write={write}
    >
      {refund.last_error !== undefined && (
        <Text size="sm">
          {t.lastError}: {refund.last_error}
        </Text>
      )}
    </ConfirmAction>
  );
}
