/** Proposals of the company and of the operator, and the decisions on them. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import type { Schemas } from "@/api/types";
import { useWrite } from "@/api/write";

export type Proposal = Schemas["Proposal"];
export type ProposalKind = Proposal["kind"];
export type ProposalState = Proposal["state"];

/** Whose proposals: those of the workspace or those of the console. */
export type Face = "company" | "operator";

type Query = Record<string, string | number>;

/** What changes when a proposal is made or decided. */
const TOUCHED = [["proposal"], ["company"], ["home"], ["queue"], ["payout"], ["audit"]] as const;

export function useProposals(face: Face, query: Query) {
  return useQuery({
    queryKey: ["proposal", face, query],
    placeholderData: keepPreviousData,
    queryFn: () =>
      face === "company"
        ? call(api.GET("/api/v1/company/proposals", { params: { query: query as never } }))
        : call(api.GET("/api/v1/operator/proposals", { params: { query: query as never } })),
  });
}

export function useApprove(face: Face) {
  return useWrite(
    (id: string, { headers }) => {
      const input = { params: { path: { id } }, body: {}, headers };
      return face === "company"
        ? call(api.POST("/api/v1/company/proposals/{id}/approval", input))
        : call(api.POST("/api/v1/operator/proposals/{id}/approval", input));
    },
    { invalidates: TOUCHED },
  );
}

export function useRefuse(face: Face) {
  return useWrite(
    ({ id, reason }: { id: string; reason: string }, { headers }) => {
      const input = { params: { path: { id } }, body: { reason }, headers };
      return face === "company"
        ? call(api.POST("/api/v1/company/proposals/{id}/refusal", input))
        : call(api.POST("/api/v1/operator/proposals/{id}/refusal", input));
    },
    { invalidates: TOUCHED },
  );
}

export function useWithdraw(face: Face) {
  return useWrite(
    (id: string, { headers }) => {
      const input = { params: { path: { id } }, body: {}, headers };
      return face === "company"
        ? call(api.POST("/api/v1/company/proposals/{id}/withdrawal", input))
        : call(api.POST("/api/v1/operator/proposals/{id}/withdrawal", input));
    },
    { invalidates: TOUCHED },
  );
}
