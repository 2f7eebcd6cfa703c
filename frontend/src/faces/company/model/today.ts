/** What the first page says waits, in the order in which it presses. */
import type { CompanyHome } from "@/features/company";

export type WaitingRow = CompanyHome["waiting"][number];

/** Where each kind of waiting thing is dealt with. */
const PLACES = {
  accept_po: { to: "/company/trades", search: { tab: "mine", state: "po_issued" } },
  request_po: { to: "/company/trades", search: { tab: "mine", state: "paid" } },
  file_delivery: { to: "/company/trades", search: { tab: "mine", state: "po_accepted" } },
  mark_in_transit: { to: "/company/trades", search: { tab: "mine", state: "shipment_approved" } },
  mark_arrived: { to: "/company/trades", search: { tab: "mine", state: "in_transit" } },
  decide_proposal: { to: "/company/proposals", search: {} },
  low_stock: { to: "/company/stock", search: { low: "true" } },
} as const;

export type WaitingKind = keyof typeof PLACES;

/** Kinds that this version does not know, and kinds with nothing in them, are left out. */
export function waitingRows(home: Pick<CompanyHome, "waiting">): (WaitingRow & { kind: WaitingKind })[] {
  const known = home.waiting.filter((row): row is WaitingRow & { kind: WaitingKind } => row.kind in PLACES && row.count > 0);
  const never = "9999";
  return known.toSorted((a, b) => (a.due_at ?? never).localeCompare(b.due_at ?? never));
}

export const placeOf = (kind: WaitingKind): { to: string; search: Record<string, string> } => PLACES[kind];

const STEPS = {
  verified: "/company/settings",
  items: "/company/items/new",
  listing: "/company/listings",
  delivery_rule: "/company/settings?tab=rules",
  payout_account: "/company/settings?tab=payout",
} as const;

export type SetupKind = keyof typeof STEPS;

export interface SetupRow {
  step: SetupKind;
  done: boolean;
  to: string;
  search: Record<string, string>;
}

/**
 * The steps of setting up, or nothing once all of them are done. Who sells the items of others
 * needs none of its own.
 */
export function setupRows(home: Pick<CompanyHome, "setup">): SetupRow[] {
  const lists = home.setup.some(({ step, done }) => step === "listing" && done);
  const rows = home.setup.flatMap(({ step, done }) => {
    if (!(step in STEPS) || (step === "items" && !done && lists)) return [];
    const [to = "", query = ""] = STEPS[step as SetupKind].split("?");
    return [{ step: step as SetupKind, done, to, search: Object.fromEntries(new URLSearchParams(query)) }];
  });
  return rows.every(({ done }) => done) ? [] : rows;
}

/** How many steps wait for this company, for the menu. */
export function waitingSteps(home: Pick<CompanyHome, "waiting"> | undefined): number {
  if (home === undefined) return 0;
  return waitingRows(home).reduce((sum, row) => (row.kind === "low_stock" ? sum : sum + row.count), 0);
}
