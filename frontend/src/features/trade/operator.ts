/** The operator's side of trades: reading all of them and taking the steps that are the operator's. */
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import { type Submission, useWrite } from "@/api/write";
import type { Trade } from "./types";

export function useOperatorTrades(query: Record<string, string | number>) {
  return useQuery({
    queryKey: ["trade", "list", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/operator/trades", { params: { query: query as never } })),
  });
}

export function useOperatorTrade(id: string) {
  return useQuery({
    queryKey: ["trade", "one", id],
    queryFn: () => call(api.GET("/api/v1/operator/trades/{id}", { params: { path: { id } } })),
  });
}

/** What a step touches beside the trade itself. */
const TOUCHED = [["trade"], ["home"], ["queue"], ["ledger"], ["payment"]] as const;

function useStep<Input>(id: string, write: (input: Input, submission: Submission) => Promise<Trade>, onDone?: (trade: Trade) => void) {
  const queries = useQueryClient();
  return useWrite(write, {
    invalidates: TOUCHED,
    onSuccess: (trade) => {
      // The answer is the trade as it stands now, so the page need not ask again.
      queries.setQueryData(["trade", "one", id], trade);
      onDone?.(trade);
    },
  });
}

/** A reason is needed only where the gate is red. */
export function useIssuePo(id: string, onDone?: (trade: Trade) => void) {
  return useStep(
    id,
    (reason: string | undefined, { headers }) =>
      call(
        api.POST("/api/v1/operator/trades/{id}/purchase-order", {
          params: { path: { id } },
          body: reason === undefined ? {} : { override_reason: reason },
          headers,
        }),
      ),
    onDone,
  );
}

export function useCheckGate(id: string, onDone?: (trade: Trade) => void) {
  return useStep(
    id,
    (_: undefined, { headers }) => call(api.POST("/api/v1/operator/trades/{id}/gate-check", { params: { path: { id } }, body: {}, headers })),
    onDone,
  );
}

export function useApproveShipment(id: string, onDone?: (trade: Trade) => void) {
  return useStep(
    id,
    (_: undefined, { headers }) =>
      call(api.POST("/api/v1/operator/trades/{id}/shipment-approval", { params: { path: { id } }, body: {}, headers })),
    onDone,
  );
}

export function useReturnDelivery(id: string, onDone?: (trade: Trade) => void) {
  return useStep(
    id,
    (reason: string, { headers }) =>
      call(api.POST("/api/v1/operator/trades/{id}/delivery-return", { params: { path: { id } }, body: { reason }, headers })),
    onDone,
  );
}

export function useOperatorCancel(id: string, onDone?: (trade: Trade) => void) {
  return useStep(
    id,
    ({ lineIds, reason }: { lineIds: string[] | undefined; reason: string }, { headers }) =>
      call(
        api.POST("/api/v1/operator/trades/{id}/cancellation", {
          params: { path: { id } },
          body: { reason, ...(lineIds === undefined ? {} : { line_ids: lineIds }) },
          headers,
        }),
      ),
    onDone,
  );
}

export const operatorDocumentPath = (id: string) => `/api/v1/operator/trades/${id}/document`;

export type OperatorBulkStep = "issue_po" | "approve_shipment";

export function useOperatorBulk() {
  return useWrite(
    (body: { action: OperatorBulkStep; ids: string[] }, { headers }) => call(api.POST("/api/v1/operator/trade-steps", { body, headers })),
    { invalidates: TOUCHED },
  );
}
