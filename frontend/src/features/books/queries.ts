/** The company's own books: purchase orders given and received, revenue, tax. Every entry names its trade. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import type { Schemas } from "@/api/types";
import type { Period } from "@/lib/periods";

export type PurchaseOrderRow = Schemas["BookedPurchaseOrderRow"];
export type RevenueEntry = Schemas["RevenueEntry"];
export type RevenueSummaryRow = Schemas["RevenueSummaryRow"];
export type TaxEntry = Schemas["TaxEntry"];
export type TaxSummary = Schemas["TaxSummary"];

type Query = Record<string, string | number>;

export function usePurchaseOrders(query: Query) {
  return useQuery({
    queryKey: ["books", "purchase-orders", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/purchase-orders", { params: { query: query as never } })),
  });
}

export function usePurchaseOrder(id: string, direction: "given" | "received" | undefined) {
  return useQuery({
    queryKey: ["books", "purchase-order", id, direction],
    queryFn: () =>
      call(
        api.GET("/api/v1/company/purchase-orders/{id}", {
          params: { path: { id }, query: direction === undefined ? {} : { direction } },
        }),
      ),
  });
}

export function useRevenue(query: Query) {
  return useQuery({
    queryKey: ["books", "revenue", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/revenue", { params: { query: query as never } })),
  });
}

export function useRevenueSummary(period: Period, by: "day" | "month") {
  return useQuery({
    queryKey: ["books", "revenue-summary", period, by],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/revenue/summary", { params: { query: { ...period, by } } })),
  });
}

export function useTaxEntries(query: Query) {
  return useQuery({
    queryKey: ["books", "tax", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/tax-entries", { params: { query: query as never } })),
  });
}

export function useTaxSummary(period: Period) {
  return useQuery({
    queryKey: ["books", "tax-summary", period],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/tax-entries/summary", { params: { query: { ...period } } })),
  });
}
