/**
 * What a buyer has typed at the checkout, kept while the browser's tab is open, so that a reload loses nothing.
 * Refuses to keep anything of a card.
 */
import type { Account } from "@/api/types";
import { forget, keep, kept, restored } from "@/lib/kept";

export interface CheckoutDraft {
  buyer: { name: string; email: string; phone: string };
  ship_to: { name: string; phone: string; postcode: string; address1: string; address2: string; note: string };
}

const EMPTY: CheckoutDraft = {
  buyer: { name: "", email: "", phone: "" },
  ship_to: { name: "", phone: "", postcode: "", address1: "", address2: "", note: "" },
};

const name = (shop: string) => `checkout.${shop}`;

/** What was typed before, with the gaps filled by what is known of a signed-in buyer. */
export function openDraft(shop: string, account: Account | undefined): CheckoutDraft {
  const draft = restored(EMPTY, kept(name(shop), "session"));
  if (account === undefined) return draft;
  return {
    ...draft,
    buyer: {
      name: draft.buyer.name || account.name,
      email: draft.buyer.email || account.email,
      phone: draft.buyer.phone || (account.phone ?? ""),
    },
  };
}

export const saveDraft = (shop: string, draft: CheckoutDraft): void => keep(name(shop), draft, "session");
export const dropDraft = (shop: string): void => forget(name(shop), "session");

/** The body of an order: what is empty is left out rather than sent empty. */
export function toOrder(draft: CheckoutDraft) {
  const { address2, note, ...address } = draft.ship_to;
  const trimmed = <T extends Record<string, string>>(values: T): T =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value.trim()])) as T;
  return {
    buyer: trimmed(draft.buyer),
    ship_to: {
      ...trimmed(address),
      country: "KR",
      ...(address2.trim() === "" ? {} : { address2: address2.trim() }),
      ...(note.trim() === "" ? {} : { note: note.trim() }),
    },
  };
}
