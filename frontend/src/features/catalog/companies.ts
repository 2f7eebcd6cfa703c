/** Other companies, as far as one may know them: to offer them something. */
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import type { Answer } from "@/api/types";

export type KnownCompany = Answer<"/api/v1/company/companies">["items"][number];

/** Ids asked for at once; the server takes a hundred. */
const AT_ONCE = 50;

export function useCompanySearch(q: string, enabled: boolean) {
  return useQuery({
    queryKey: ["companies", "search", q],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/companies", { params: { query: q === "" ? { limit: 20 } : { q, limit: 20 } } })),
  });
}

/** The companies of these ids, as far as they have arrived and are still verified. */
export function useCompaniesById(ids: readonly string[]): ReadonlyMap<string, KnownCompany> {
  const chunks = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, at) => ids.slice(at * AT_ONCE, (at + 1) * AT_ONCE).join(","));
  return useQueries({
    queries: chunks.map((chunk) => ({
      queryKey: ["companies", "ids", chunk],
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: () => call(api.GET("/api/v1/company/companies", { params: { query: { ids: chunk, limit: AT_ONCE } } })),
    })),
    combine: (answers) => new Map(answers.flatMap(({ data }) => data?.items ?? []).map((company) => [company.id, company])),
  });
}
