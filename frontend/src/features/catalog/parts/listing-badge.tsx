/** Where a listing stands. */
import { useT } from "@/i18n/provider";
import { Badge, type Tone } from "@/ui/StateBadge";

const TONE: Partial<Record<string, Tone>> = { draft: "caution", published: "positive" };

export function ListingBadge({ status }: { status: string }) {
  const words: Partial<Record<string, string>> = useT("company").catalog.listing.status;
  return <Badge tone={TONE[status] ?? "neutral"}>{words[status] ?? status}</Badge>;
}
