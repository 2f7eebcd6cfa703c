/** The company's part of the audit log, the operator's whole of it, and its proof. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import type { Schemas } from "@/api/types";

export type AuditEntry = Schemas["AuditEntry"];
export type AuditChange = Schemas["AuditChange"];
export type AuditProof = Schemas["AuditProof"];

type Query = Record<string, string | number>;

export function useCompanyAudit(query: Query) {
  return useQuery({
    queryKey: ["audit", "company", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/audit-entries", { params: { query: query as never } })),
  });
}

export function useOperatorAudit(query: Query) {
  return useQuery({
    queryKey: ["audit", "operator", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/operator/audit-entries", { params: { query: query as never } })),
  });
}

/** Every hash is computed anew, so it is asked for by hand and never by itself. */
export function useAuditProof() {
  return useQuery({
    queryKey: ["audit", "proof"],
    queryFn: () => call(api.GET("/api/v1/operator/audit-proof")),
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
