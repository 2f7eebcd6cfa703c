/** A state in a word and a tone: brand moves, caution waits for someone, positive is done, danger went wrong, neutral rests. */
import { useT } from "@/i18n/provider";
import classes from "./StateBadge.module.css";

export type Tone = "neutral" | "brand" | "positive" | "caution" | "danger";

export function Badge({ tone = "neutral", children }: { tone?: Tone; children: string }) {
  return <span className={`${classes.badge} ${classes[tone]}`}>{children}</span>;
}

const TRADE_TONE: Record<string, Tone> = {
  paid: "caution",
  po_requested: "caution",
  po_issued: "caution",
  po_accepted: "brand",
  delivery_filed: "caution",
  shipment_approved: "brand",
  in_transit: "brand",
  arrived: "brand",
  confirmed: "positive",
  settled: "positive",
  cancelled: "danger",
};

/** The state of a trade. A state that this version does not know is shown by its own name. */
export function StateBadge({ state }: { state: string }) {
  const words: Partial<Record<string, string>> = useT("common").tradeState;
  return <Badge tone={TRADE_TONE[state] ?? "neutral"}>{words[state] ?? state}</Badge>;
}
