/** The way of a trade from payment to settlement, as far as it has come. */

export const PATH = [
  "paid",
  "po_requested",
  "po_issued",
  "po_accepted",
  "delivery_filed",
  "shipment_approved",
  "in_transit",
  "arrived",
  "confirmed",
  "settled",
] as const;

export type Step = { state: (typeof PATH)[number]; stage: "done" | "now" | "ahead" };

/** A cancelled trade has left the way. */
export function pathOf(state: string): Step[] | undefined {
  const now = (PATH as readonly string[]).indexOf(state);
  if (now < 0) return undefined;
  return PATH.map((each, index) => ({ state: each, stage: index < now ? "done" : index === now ? "now" : "ahead" }));
}
