/** Payments that came in and refunds that go back. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import type { Answer } from "@/api/types";
import { useWrite } from "@/api/write";

export type Payment = Answer<"/api/v1/operator/payments">["items"][number];
export type PaymentDetail = Answer<"/api/v1/operator/payments/{id}">;
export type Refund = Answer<"/api/v1/operator/refunds">["items"][number];

type Query = Record<string, string | number>;

export const PAYMENT_STATES = ["held", "captured", "pending", "created", "failed", "cancelled"] as const;
export const REFUND_STATES = ["failed", "requested", "succeeded"] as const;

export function usePayments(query: Query) {
  return useQuery({
    queryKey: ["payment", "list", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/operator/payments", { params: { query: query as never } })),
  });
}

export function usePayment(id: string) {
  return useQuery({
    queryKey: ["payment", "one", id],
    queryFn: () => call(api.GET("/api/v1/operator/payments/{id}", { params: { path: { id } } })),
  });
}

export function useRefunds(query: Query) {
  return useQuery({
    queryKey: ["payment", "refunds", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/operator/refunds", { params: { query: query as never } })),
  });
}

const TOUCHED = [["payment"], ["trade"], ["home"], ["queue"], ["ledger"]] as const;

export interface Resolution {
  decision: "refund" | "accept";
  reason: string;
}

export function useResolvePayment(id: string, onDone?: () => void) {
  return useWrite(
    async (body: Resolution, { headers }): Promise<void> => {
      await call(api.POST("/api/v1/operator/payments/{id}/resolution", { params: { path: { id } }, body, headers }));
    },
    { invalidates: TOUCHED, ...(onDone === undefined ? {} : { onSuccess: onDone }) },
  );
}

export function useRetryRefund(onDone?: () => void) {
  return useWrite(
    (id: string, { headers }) => call(api.POST("/api/v1/operator/refunds/{id}/retry", { params: { path: { id } }, body: {}, headers })),
    { invalidates: TOUCHED, ...(onDone === undefined ? {} : { onSuccess: onDone }) },
  );
}
