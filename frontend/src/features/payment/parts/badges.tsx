/** Where a payment and a refund stand. */
import { useT } from "@/i18n/provider";
import { Badge, type Tone } from "@/ui/StateBadge";

const PAYMENT: Partial<Record<string, Tone>> = { held: "danger", captured: "positive", pending: "caution", failed: "danger" };
const REFUND: Partial<Record<string, Tone>> = { failed: "danger", requested: "caution", succeeded: "positive" };

export function PaymentBadge({ state }: { state: string }) {
  const words: Partial<Record<string, string>> = useT("operator").payments.states;
  return <Badge tone={PAYMENT[state] ?? "neutral"}>{words[state] ?? state}</Badge>;
}

export function RefundBadge({ state }: { state: string }) {
  const words: Partial<Record<string, string>> = useT("operator").refunds.states;
  return <Badge tone={REFUND[state] ?? "neutral"}>{words[state] ?? state}</Badge>;
}
