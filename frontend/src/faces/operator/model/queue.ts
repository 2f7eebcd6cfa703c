/** The queues: their order, where each row's whole case is, and which rows can be done together. */
import type { QueueItem } from "@/features/console";

export const QUEUE_KINDS = ["po", "shipment", "payment", "refund", "payout", "proposal", "company", "dead_letter"] as const;

export interface Place {
  to: string;
  params: Record<string, string>;
  search: Record<string, string>;
}

export function placeOf({ kind, id, main_action }: Pick<QueueItem, "kind" | "id" | "main_action">): Place {
  const at = (to: string, params: Record<string, string> = {}, search: Record<string, string> = {}): Place => ({ to, params, search });
  switch (kind) {
    case "po":
    case "shipment":
      return at("/operator/trades/$id", { id });
    case "payment":
      return at("/operator/payments/$id", { id });
    case "refund":
      return at("/operator/refunds", {}, { tab: "failed" });
    case "payout":
      return at("/operator/payouts", {}, { tab: main_action === "confirm" ? "sent" : "pending" });
    case "proposal":
      return at("/operator/proposals");
    case "company":
      return at("/operator/companies/$id", { id });
    default:
      return at("/operator/dead-letters");
  }
}

/** The step that is the same for every row of a queue. */
export function stepOfQueue(kind: string | undefined): "issue_po" | "approve_shipment" | undefined {
  if (kind === "po") return "issue_po";
  return kind === "shipment" ? "approve_shipment" : undefined;
}

/** Steps that can be taken for many rows at once. What a check stopped is looked at one by one. */
export function bulkStepOf(item: Pick<QueueItem, "main_action" | "why">): "issue_po" | "approve_shipment" | undefined {
  if (item.why.length > 0) return undefined;
  return item.main_action === "issue_po" || item.main_action === "approve_shipment" ? item.main_action : undefined;
}
