/** How far a payout has come. */
import { useT } from "@/i18n/provider";
import { Badge, type Tone } from "@/ui/StateBadge";

const TONE: Partial<Record<string, Tone>> = { pending: "caution", transferring: "brand", sent: "brand", paid: "positive", returned: "danger" };

export function PayoutBadge({ state }: { state: string }) {
  const words: Partial<Record<string, string>> = useT("operator").payouts.states;
  return <Badge tone={TONE[state] ?? "neutral"}>{words[state] ?? state}</Badge>;
}
