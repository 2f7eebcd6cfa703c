/** What is in the house: levels, receipts, counts, reorder points and moves. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, call, ifMatch } from "@/api/client";
import type { Schemas } from "@/api/types";
import { useWrite } from "@/api/write";

export type StockRow = Schemas["StockRow"];
export type StockMove = Schemas["StockMove"];

const TOUCHED = [["stock"], ["home"], ["catalog"]] as const;

export function useStock(query: Record<string, string | number>) {
  return useQuery({
    queryKey: ["stock", "list", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/stock", { params: { query: query as never } })),
  });
}

export function useMoves(id: string, query: Record<string, string | number>) {
  return useQuery({
    queryKey: ["stock", "moves", id, query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/stock/{id}/moves", { params: { path: { id }, query: query as never } })),
  });
}

export function useReceive(row: StockRow, onDone: () => void) {
  return useWrite(
    (body: { quantity: number; reason?: string }, { headers }) =>
      call(api.POST("/api/v1/company/stock/{id}/receipts", { params: { path: { id: row.variant_id } }, body, headers })),
    { invalidates: TOUCHED, onSuccess: onDone },
  );
}

export function useAdjust(row: StockRow, onDone: () => void) {
  return useWrite(
    (body: { on_hand: number; reason: string }, { headers }) =>
      call(
        api.POST("/api/v1/company/stock/{id}/adjustments", {
          params: { path: { id: row.variant_id } },
          body,
          headers: { ...headers, ...ifMatch(row.version) },
        }),
      ),
    { invalidates: TOUCHED, onSuccess: onDone },
  );
}

export function useSetReorderPoint(row: StockRow, onDone: () => void) {
  return useWrite(
    (body: { reorder_at: number }, { headers }) =>
      call(
        api.PUT("/api/v1/company/stock/{id}/reorder-point", {
          params: { path: { id: row.variant_id } },
          body,
          headers: { ...headers, ...ifMatch(row.version) },
        }),
      ),
    { invalidates: TOUCHED, onSuccess: onDone },
  );
}
