/** Companies as the operator sees them: the facts to verify, the decisions on them, and the fees that hold for them. */
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import type { Answer } from "@/api/types";
import { type Submission, useWrite } from "@/api/write";

export type CheckedCompany = Answer<"/api/v1/operator/companies/{id}">;
export type FeeRule = Answer<"/api/v1/operator/fee-rules">["items"][number];

type Query = Record<string, string | number>;

export function useCompanies(query: Query) {
  return useQuery({
    queryKey: ["company", "list", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/operator/companies", { params: { query: query as never } })),
  });
}

export function useCompany(id: string) {
  return useQuery({
    queryKey: ["company", "one", id],
    queryFn: () => call(api.GET("/api/v1/operator/companies/{id}", { params: { path: { id } } })),
  });
}

function useDecision<Input>(id: string, write: (input: Input, submission: Submission) => Promise<CheckedCompany>, onDone?: () => void) {
  const queries = useQueryClient();
  return useWrite(write, {
    invalidates: [["company"], ["home"], ["queue"]],
    onSuccess: (company) => {
      queries.setQueryData(["company", "one", id], company);
      onDone?.();
    },
  });
}

const at = (id: string) => ({ params: { path: { id } } });

export function useVerify(id: string, onDone?: () => void) {
  return useDecision(
    id,
    (_: undefined, { headers }) => call(api.POST("/api/v1/operator/companies/{id}/verification", { ...at(id), body: {}, headers })),
    onDone,
  );
}

export function useReject(id: string, onDone?: () => void) {
  return useDecision(
    id,
    (reason: string, { headers }) => call(api.POST("/api/v1/operator/companies/{id}/rejection", { ...at(id), body: { reason }, headers })),
    onDone,
  );
}

export function useSuspend(id: string, onDone?: () => void) {
  return useDecision(
    id,
    (reason: string, { headers }) => call(api.POST("/api/v1/operator/companies/{id}/suspension", { ...at(id), body: { reason }, headers })),
    onDone,
  );
}

export function useResume(id: string, onDone?: () => void) {
  return useDecision(
    id,
    (_: undefined, { headers }) => call(api.DELETE("/api/v1/operator/companies/{id}/suspension", { ...at(id), headers })),
    onDone,
  );
}

export function useFeeRules(query: Query) {
  return useQuery({
    queryKey: ["company", "fee-rules", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/operator/fee-rules", { params: { query: query as never } })),
  });
}

export interface NewFeeRule {
  company_id?: string;
  plan?: string;
  category?: string;
  rate: string;
  valid_from?: string;
}

export function useAddFeeRule(onDone?: () => void) {
  return useWrite((body: { rule: NewFeeRule; reason: string }, { headers }) => call(api.POST("/api/v1/operator/fee-rule-proposals", { body, headers })), {
    invalidates: [["proposal"], ["queue"], ["home"]],
    ...(onDone === undefined ? {} : { onSuccess: onDone }),
  });
}
