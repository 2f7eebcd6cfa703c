/** Why money goes back: what a person wrote, or a stable word of the platform in the reader's language. */
import { useT } from "@/i18n/provider";

export function RefundReason({ reason }: { reason: string }) {
  const words: Partial<Record<string, string>> = useT("operator").refunds.reasons;
  return words[reason] ?? reason;
}
