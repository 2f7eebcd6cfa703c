/** Settlements of all companies, and the payouts that carry the money to them. */
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import type { Answer } from "@/api/types";
import { useWrite } from "@/api/write";

export type Settlement = Answer<"/api/v1/operator/settlements">["items"][number];
export type SettlementReport = Answer<"/api/v1/operator/settlements/{id}">;
export type SettledTrade = Answer<"/api/v1/operator/settlements/{id}/lines">["items"][number];
export type Payout = Answer<"/api/v1/operator/payouts">["items"][number];
export type Batch = Answer<"/api/v1/operator/payout-batches">["items"][number];

type Query = Record<string, string | number>;

export const PAYOUT_STATES = ["pending", "transferring", "sent", "paid", "returned"] as const;

export function useSettlements(query: Query) {
  return useQuery({
    queryKey: ["payout", "settlements", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/operator/settlements", { params: { query: query as never } })),
  });
}

export function useSettlement(id: string) {
  return useQuery({
    queryKey: ["payout", "settlement", id],
    queryFn: () => call(api.GET("/api/v1/operator/settlements/{id}", { params: { path: { id } } })),
  });
}

export function useSettlementLines(id: string, query: Query) {
  return useQuery({
    queryKey: ["payout", "settlement-lines", id, query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/operator/settlements/{id}/lines", { params: { path: { id }, query: query as never } })),
  });
}

export function usePayouts(query: Query) {
  return useQuery({
    queryKey: ["payout", "list", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/operator/payouts", { params: { query: query as never } })),
  });
}

export function useBatches(query: Query) {
  return useQuery({
    queryKey: ["payout", "batches", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/operator/payout-batches", { params: { query: query as never } })),
  });
}

/** What moves when money is settled or paid. */
const TOUCHED = [["payout"], ["home"], ["queue"], ["ledger"], ["trade"]] as const;

export function useSettlementRun() {
  return useWrite((body: { everyone: boolean }, { headers }) => call(api.POST("/api/v1/operator/settlement-runs", { body, headers })), {
    invalidates: TOUCHED,
  });
}

/** Without ids, every payout that waits is put into the file. */
export function useMakeBatch(onDone?: (batch: Batch) => void) {
  return useWrite(
    (ids: string[] | undefined, { headers }) =>
      call(api.POST("/api/v1/operator/payout-batches", { body: ids === undefined ? {} : { payout_ids: ids }, headers })),
    { invalidates: TOUCHED, ...(onDone === undefined ? {} : { onSuccess: onDone }) },
  );
}

export const batchFilePath = (id: string) => `/api/v1/operator/payout-batches/${id}/file.csv`;

export function useConfirmPayout(onDone?: () => void) {
  return useWrite(
    (id: string, { headers }) => call(api.POST("/api/v1/operator/payouts/{id}/confirmation", { params: { path: { id } }, body: {}, headers })),
    { invalidates: TOUCHED, ...(onDone === undefined ? {} : { onSuccess: onDone }) },
  );
}

/** Pays through the payment provider. Whatever comes of it changes the payout, a refusal too. */
export function useTransferPayout(onDone?: (payout: Payout) => void) {
  const queries = useQueryClient();
  return useWrite(
    (id: string, { headers }) =>
      call(api.POST("/api/v1/operator/payouts/{id}/provider-transfer", { params: { path: { id } }, body: {}, headers })),
    {
      invalidates: TOUCHED,
      onProblem: () => void queries.invalidateQueries({ queryKey: ["payout"] }),
      ...(onDone === undefined ? {} : { onSuccess: onDone }),
    },
  );
}

/** Another person of the operator approves it. */
export function useProposeRelease(onDone?: () => void) {
  return useWrite(
    ({ id, reason }: { id: string; reason: string }, { headers }) =>
      call(api.POST("/api/v1/operator/payouts/{id}/release-proposal", { params: { path: { id } }, body: { reason }, headers })),
    { invalidates: [...TOUCHED, ["proposal"]], ...(onDone === undefined ? {} : { onSuccess: onDone }) },
  );
}

export function useReturnPayout(onDone?: () => void) {
  return useWrite(
    ({ id, reason }: { id: string; reason: string }, { headers }) =>
      call(api.POST("/api/v1/operator/payouts/{id}/return", { params: { path: { id } }, body: { reason }, headers })),
    { invalidates: TOUCHED, ...(onDone === undefined ? {} : { onSuccess: onDone }) },
  );
}
