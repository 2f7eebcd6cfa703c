/** What the company has and sells: items, variants, prices, pictures, categories, listings, its own supply offers. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useUses } from "@/api/permission";
import { api, call } from "@/api/client";
import { everyPage } from "@/api/pages";
import type { Schemas } from "@/api/types";

export type ItemRow = Schemas["ItemRow"];
export type Item = Schemas["Item"];
export type Variant = Schemas["Variant"];
export type Price = Schemas["Price"];
export type PriceKind = Price["kind"];
export type Media = Schemas["Media"];
export type ListingRow = Schemas["ListingRow"];
export type Listing = Schemas["Listing"];
export type ListingVariant = Schemas["ListingVariant"];
export type ItemCategory = Schemas["ItemCategory"];
export type ShopCategory = Schemas["ShopCategory"];

type Query = Record<string, string | number>;

export function useItems(query: Query) {
  return useQuery({
    queryKey: ["catalog", "items", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/items", { params: { query: query as never } })),
  });
}

export function useItem(id: string) {
  return useQuery({
    queryKey: ["catalog", "item", id],
    queryFn: () => call(api.GET("/api/v1/company/items/{id}", { params: { path: { id } } })),
  });
}

export function usePrices(variant: string, kind: PriceKind) {
  return useQuery({
    queryKey: ["catalog", "prices", variant, kind],
    queryFn: () =>
      call(api.GET("/api/v1/company/variants/{id}/prices", { params: { path: { id: variant }, query: { kind, limit: 100 } } })),
  });
}

export function useItemCategories() {
  return useQuery({
    queryKey: ["catalog", "item-categories"],
    queryFn: () =>
      everyPage((cursor) =>
        call(api.GET("/api/v1/company/item-categories", { params: { query: { limit: 100, ...(cursor !== undefined && { cursor }) } } })),
      ),
  });
}

export function useShopCategories() {
  const hasShop = useUses()("shop");
  return useQuery({
    queryKey: ["catalog", "shop-categories"],
    enabled: hasShop,
    queryFn: () =>
      everyPage((cursor) =>
        call(api.GET("/api/v1/company/shop-categories", { params: { query: { limit: 100, ...(cursor !== undefined && { cursor }) } } })),
      ),
  });
}

export function useListings(query: Query) {
  return useQuery({
    queryKey: ["catalog", "listings", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/listings", { params: { query: query as never } })),
  });
}

export function useListing(id: string) {
  return useQuery({
    queryKey: ["catalog", "listing", id],
    queryFn: () => call(api.GET("/api/v1/company/listings/{id}", { params: { path: { id } } })),
  });
}
