/** Where a company stands with the operator. */
import { useT } from "@/i18n/provider";
import { Badge, type Tone } from "@/ui/StateBadge";

const TONE: Partial<Record<string, Tone>> = { pending: "caution", verified: "positive", rejected: "danger", suspended: "danger" };

export function CompanyBadge({ status }: { status: string }) {
  const words: Partial<Record<string, string>> = useT("operator").companies.status;
  return <Badge tone={TONE[status] ?? "neutral"}>{words[status] ?? status}</Badge>;
}
