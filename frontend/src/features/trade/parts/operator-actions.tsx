/** What the operator may do with a trade now. The server says which steps are open; the role, whose they are. */
import { Button } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import { useOperatorMay } from "@/api/permission";
import { useT } from "@/i18n/provider";
import { ActionButtons } from "@/ui/ActionButtons";
import { useNotify } from "@/ui/notify";
import { useCheckGate } from "../operator";
import type { Trade } from "../types";
import { ApproveDialog, IssueDialog, OperatorCancelDialog, ReturnDialog } from "./operator-dialogs";

export function OperatorActions({ trade }: { trade: Trade }) {
  const t = useT("operator").trades;
  const may = useOperatorMay();
  const [asking, ask] = useState<string>();
  const close = () => ask(undefined);
  if (!may("trades_operate")) return null;
  const red = (trade.hold?.findings.length ?? 0) > 0;
  return (
    <>
      {trade.state === "po_requested" && <CheckGate trade={trade} />}
      <ActionButtons
        allowed={trade.allowed_actions}
        actions={{
          issue_po: { label: red ? t.step.issue_anyway : t.step.issue_po, run: () => ask("issue_po"), danger: red },
          approve_shipment: { label: t.step.approve_shipment, run: () => ask("approve_shipment") },
          return_delivery: { label: t.step.return_delivery, run: () => ask("return_delivery"), danger: true },
          cancel: { label: t.step.cancel, run: () => ask("cancel"), danger: true },
        }}
      />
      {asking === "issue_po" && <IssueDialog trade={trade} onClose={close} />}
      {asking === "approve_shipment" && <ApproveDialog trade={trade} onClose={close} />}
      {asking === "return_delivery" && <ReturnDialog trade={trade} onClose={close} />}
      {asking === "cancel" && <OperatorCancelDialog trade={trade} onClose={close} />}
    </>
  );
}

/** Checks the order against the registered items again, as after a price was put right. */
function CheckGate({ trade }: { trade: Trade }) {
  const t = useT("operator").trades;
  const notify = useNotify();
  const { mutate, isPending } = useCheckGate(trade.id, (checked) => {
    const count = checked.hold?.findings.length ?? 0;
    notify.done(count === 0 ? t.done.checkGreen : t.done.checkRed(count));
  });
  return (
    <Button
      variant="default"
      leftSection={<IconRefresh size={16} aria-hidden />}
      loading={isPending}
      onClick={() => mutate(undefined, { onError: notify.problem })}
    >
      {t.step.check_gate}
    </Button>
  );
}
