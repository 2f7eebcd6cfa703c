/** What other companies offer: finding it, and selling it in the own shop at the own price. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import type { Schemas } from "@/api/types";
import { useWrite } from "@/api/write";
import type { MoneyValue } from "@/lib/money";

export type OfferRow = Schemas["OfferRow"];
export type Offer = Schemas["Offer"];
export type OfferVariant = Offer["variants"][number];

const TOUCHED = [["supply"], ["catalog"], ["home"]] as const;

export function useOffers(query: Record<string, string | number>) {
  return useQuery({
    queryKey: ["supply", "list", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/supply-offers", { params: { query: query as never } })),
  });
}

export function useOffer(id: string) {
  return useQuery({
    queryKey: ["supply", "one", id],
    queryFn: () => call(api.GET("/api/v1/company/supply-offers/{id}", { params: { path: { id } } })),
  });
}

export interface ListOffer {
  category_id?: string;
  variants: { variant_id: string; selling_price: MoneyValue }[];
  accept_loss: boolean;
}

export function useListOffer(id: string, onDone: (listing: Schemas["Listing"]) => void) {
  return useWrite(
    (body: ListOffer, { headers }) =>
      call(api.POST("/api/v1/company/supply-offers/{id}/listing", { params: { path: { id } }, body, headers })),
    { invalidates: TOUCHED, onSuccess: onDone },
  );
}

export function useUnlistOffer(id: string, onDone: () => void) {
  return useWrite(
    (_nothing: undefined, { headers }) =>
      call(api.DELETE("/api/v1/company/supply-offers/{id}/listing", { params: { path: { id } }, headers })),
    { invalidates: TOUCHED, onSuccess: onDone },
  );
}
