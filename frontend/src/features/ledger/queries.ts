/** The ledger: accounts with their balances, the journal, and the proof that they agree. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import type { Answer } from "@/api/types";

export type LedgerAccount = Answer<"/api/v1/operator/ledger/accounts">["items"][number];
export type LedgerTransfer = Answer<"/api/v1/operator/ledger/transfers">["items"][number];
export type Proof = Answer<"/api/v1/operator/ledger/proof">;

type Query = Record<string, string | number>;

export const ACCOUNT_KINDS = [
  "escrow",
  "payable",
  "platform_fee",
  "vat_payable",
  "gateway_clearing",
  "bank",
  "refunds_clearing",
  "payment_cost",
  "write_off",
] as const;

export function useLedgerAccounts(query: Query) {
  return useQuery({
    queryKey: ["ledger", "accounts", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/operator/ledger/accounts", { params: { query: query as never } })),
  });
}

export function useLedgerTransfers(query: Query) {
  return useQuery({
    queryKey: ["ledger", "transfers", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/operator/ledger/transfers", { params: { query: query as never } })),
  });
}

/** Recomputed from the whole journal each time, so it is asked for by hand and never by itself. */
export function useProof() {
  return useQuery({
    queryKey: ["proof"],
    queryFn: () => call(api.GET("/api/v1/operator/ledger/proof")),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
}
