/** The platform itself: the operator's rules, events that could not be delivered, the people who have an account. */
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, call, ifMatch } from "@/api/client";
import type { Answer } from "@/api/types";
import { useWrite } from "@/api/write";

export type OperatorRules = Answer<"/api/v1/operator/rules">;
export type DeadLetter = Answer<"/api/v1/operator/dead-letters">["items"][number];
export type Person = Answer<"/api/v1/operator/accounts">["items"][number];

type Query = Record<string, string | number>;

export function useOperatorRules() {
  return useQuery({ queryKey: ["rules"], queryFn: () => call(api.GET("/api/v1/operator/rules")) });
}

export function useSetOperatorRules(version: number, onDone?: () => void) {
  const queries = useQueryClient();
  return useWrite(
    (body: { auto_issue: boolean; auto_approve: boolean; confirm_after_days: number }, { headers }) =>
      call(api.PUT("/api/v1/operator/rules", { body, headers: { ...headers, ...ifMatch(version) } })),
    {
      onSuccess: (rules) => {
        queries.setQueryData(["rules"], rules);
        onDone?.();
      },
      // Somebody else has set them meanwhile: the form starts again from what stands now.
      onProblem: (problem) => {
        if (problem.isStale) void queries.invalidateQueries({ queryKey: ["rules"] });
      },
    },
  );
}

export function useDeadLetters(query: Query) {
  return useQuery({
    queryKey: ["dead-letter", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/operator/dead-letters", { params: { query: query as never } })),
  });
}

export function useRetryDeadLetter(onDone?: () => void) {
  return useWrite(
    (id: string, { headers }) => call(api.POST("/api/v1/operator/dead-letters/{id}/retry", { params: { path: { id } }, body: {}, headers })),
    { invalidates: [["dead-letter"], ["home"], ["queue"]], ...(onDone === undefined ? {} : { onSuccess: onDone }) },
  );
}

export function useAccounts(query: Query) {
  return useQuery({
    queryKey: ["account", "list", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/operator/accounts", { params: { query: query as never } })),
  });
}
