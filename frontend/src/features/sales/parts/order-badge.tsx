/** Where an order stands; its trades say more. */
import { useT } from "@/i18n/provider";
import { Badge, type Tone } from "@/ui/StateBadge";

const TONE: Partial<Record<string, Tone>> = { pending_payment: "caution", paid: "positive", cancelled: "danger" };

export function OrderBadge({ state }: { state: string }) {
  const words: Partial<Record<string, string>> = useT("company").orders.states;
  return <Badge tone={TONE[state] ?? "neutral"}>{words[state] ?? state}</Badge>;
}
