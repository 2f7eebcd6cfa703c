/** Where a mail is on its way. */
import { useT } from "@/i18n/provider";
import { Badge, type Tone } from "@/ui/StateBadge";

const TONE: Partial<Record<string, Tone>> = { queued: "caution", sent: "positive", refused: "danger" };

export function MailBadge({ state }: { state: string }) {
  const words: Partial<Record<string, string>> = useT("operator").mails.states;
  return <Badge tone={TONE[state] ?? "neutral"}>{words[state] ?? state}</Badge>;
}
