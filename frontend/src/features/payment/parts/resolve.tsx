/** Decides on money that came in otherwise than asked for: all of it goes back, or the order stands. */
import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useOperatorMay } from "@/api/permission";
import { useT } from "@/i18n/provider";
import { useMoneyText } from "@/ui/Money";
import { useNotify } from "@/ui/notify";
import { ReasonAction } from "@/ui/ReasonAction";
import { surplusOf } from "../model/held";
import { type Payment, type Resolution, useResolvePayment } from "../queries";

export function ResolvePayment({ payment }: { payment: Payment }) {
  const t = useT("operator").payments;
  const say = useMoneyText();
  const may = useOperatorMay();
  const notify = useNotify();
  const [asking, ask] = useState<Resolution["decision"]>();
  const write = useResolvePayment(payment.id, () => notify.done(t.resolved));
  if (payment.state !== "held" || !may("settle")) return null;
  const surplus = surplusOf(payment);
  const close = () => ask(undefined);
  const reason = { label: t.reason, hint: t.reasonHint, body: t.heldBody, onClose: close, write };
  return (
    <>
      <Group gap="xs">
        {surplus !== undefined && <Button onClick={() => ask("accept")}>{t.accept}</Button>}
        <Button variant={surplus === undefined ? "filled" : "default"} onClick={() => ask("refund")}>
          {t.refund}
        </Button>
      </Group>
      {surplus === undefined && (
        <Text size="sm" c="dimmed" mt="xs">
          {t.acceptNot}
        </Text>
      )}
      {asking === "refund" && (
        <ReasonAction
          {...reason}
          danger
          title={t.refundTitle}
          money={t.refundMoney(say(payment.captured))}
          confirmLabel={t.refund}
          toInput={(text): Resolution => ({ decision: "refund", reason: text })}
        />
      )}
      {asking === "accept" && surplus !== undefined && (
        <ReasonAction
          {...reason}
          title={t.acceptTitle}
          money={surplus.minor > 0 ? t.acceptMoneySurplus(say(payment.amount), say(surplus)) : t.acceptMoney(say(payment.amount))}
          confirmLabel={t.accept}
          toInput={(text): Resolution => ({ decision: "accept", reason: text })}
        />
      )}
    </>
  );
}
