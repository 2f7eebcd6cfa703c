/** What can be chosen for a program: what it may do, and what it hears of. */
import type { Schemas } from "@/api/types";
import type { Permission } from "@/lib/roles";

/** What a key can be given beside viewing the workspace; the server refuses the rest. */
export const PROGRAM_PERMISSIONS = [
  "orders_manage",
  "supply_manage",
  "catalog_manage",
  "prices_manage",
  "stock_manage",
  "books_view",
  "audit_view",
  "company_manage",
  "webhooks_manage",
] as const satisfies readonly Permission[];

export type ProgramPermission = (typeof PROGRAM_PERMISSIONS)[number];

export type EventType = Schemas["WebhookEventType"];

/** In the order in which they happen. A test is not chosen: it goes wherever it is asked for. */
export const EVENT_TYPES = [
  "order.paid",
  "trade.opened",
  "trade.po_requested",
  "purchase_order.issued",
  "purchase_order.received",
  "trade.po_accepted",
  "trade.po_declined",
  "trade.delivery_filed",
  "trade.delivery_returned",
  "trade.shipment_approved",
  "trade.in_transit",
  "trade.arrived",
  "trade.confirmed",
  "trade.settled",
  "trade.lines_cancelled",
  "trade.cancelled",
  "settlement.made",
  "payout.opened",
  "payout.sent",
  "payout.paid",
  "payout.returned",
] as const satisfies readonly EventType[];

type Unlisted = Exclude<EventType, (typeof EVENT_TYPES)[number] | "webhook.test">;
/** A type of the API that is missing above fails the type check here. */
export const ALL_LISTED: [Unlisted] extends [never] ? true : Unlisted = true;

export const LIVES = ["30", "90", "180", "365"] as const;
export const OVERLAPS = ["0", "1", "24", "72", "168"] as const;

/** So many days from a moment, as the API takes it. */
export function daysFrom(now: number, days: number): string {
  return new Date(now + days * 86_400_000).toISOString();
}

/** What a date and time field holds, as the API takes it; nothing where it holds none. */
export function moment(local: string): string | undefined {
  const at = new Date(local);
  return local === "" || Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** JSON with line breaks; what is no JSON stays as it is. */
export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
