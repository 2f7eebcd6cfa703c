/** What the company is owed and paid: balance, settlements with their lines, payouts. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import type { Schemas } from "@/api/types";

export type Balance = Schemas["Balance"];
export type Settlement = Schemas["Settlement"];
export type SettlementLine = Schemas["SettlementLine"];
export type Payout = Schemas["Payout"];

type Query = Record<string, string | number>;

export function useBalance() {
  return useQuery({ queryKey: ["payout", "balance"], queryFn: () => call(api.GET("/api/v1/company/balance")) });
}

export function useSettlements(query: Query) {
  return useQuery({
    queryKey: ["payout", "settlements", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/settlements", { params: { query: query as never } })),
  });
}

export function useSettlement(id: string) {
  return useQuery({
    queryKey: ["payout", "settlement", id],
    queryFn: () => call(api.GET("/api/v1/company/settlements/{id}", { params: { path: { id } } })),
  });
}

export function useSettlementLines(id: string, query: Query) {
  return useQuery({
    queryKey: ["payout", "settlement-lines", id, query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/settlements/{id}/lines", { params: { path: { id }, query: query as never } })),
  });
}

export const statementPath = (id: string) => `/api/v1/company/settlements/${id}/statement.csv`;

export function usePayouts(query: Query) {
  return useQuery({
    queryKey: ["payout", "list", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/payouts", { params: { query: query as never } })),
  });
}
