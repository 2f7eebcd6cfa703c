/** Where the shop is reached, taking the company's data along, and leaving. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, call, ifMatch } from "@/api/client";
import type { Schemas } from "@/api/types";
import { useWrite } from "@/api/write";
import { useProfile } from "./queries";

export type ShopAddress = Schemas["ShopAddress"];
export type OwnDomain = Schemas["OwnDomain"];
export type Export = Schemas["Export"];
export type Closure = Schemas["Closure"];

const done = (onDone?: () => void) => (onDone === undefined ? {} : { onSuccess: onDone });

export function useAddress() {
  return useQuery({ queryKey: ["company", "address"], queryFn: () => call(api.GET("/api/v1/company/address")) });
}

export function useChangeSlug(onDone?: () => void) {
  const version = useProfile().data?.version;
  return useWrite(
    (slug: string, { headers }) => call(api.PUT("/api/v1/company/address/slug", { body: { slug }, headers: { ...headers, ...ifMatch(version) } })),
    { invalidates: [["company"], ["home"]], ...done(onDone) },
  );
}

export function useSetDomain(onDone?: () => void) {
  return useWrite(
    (host: string, { headers }) => call(api.PUT("/api/v1/company/address/domain", { body: { host }, headers })),
    { invalidates: [["company", "address"]], ...done(onDone) },
  );
}

export function useCheckDomain() {
  return useWrite((_: undefined, { headers }) => call(api.POST("/api/v1/company/address/domain/check", { body: {}, headers })), {
    invalidates: [["company", "address"]],
  });
}

export function useDropDomain(onDone?: () => void) {
  return useWrite((_: undefined, { headers }) => call(api.DELETE("/api/v1/company/address/domain", { headers })), {
    invalidates: [["company", "address"]],
    ...done(onDone),
  });
}

export function useExports(query: Record<string, string | number>) {
  return useQuery({
    queryKey: ["export", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/exports", { params: { query: query as never } })),
    // Hints may be missed; while one is made, the list is read again now and then.
    refetchInterval: ({ state }) => (state.data?.items.some((row) => row.state === "waiting" || row.state === "running") === true ? 3_000 : false),
  });
}

export function useAskExport(onDone?: () => void) {
  return useWrite((_: undefined, { headers }) => call(api.POST("/api/v1/company/exports", { body: {}, headers })), {
    invalidates: [["export"]],
    ...done(onDone),
  });
}

export function useClosure() {
  return useQuery({ queryKey: ["company", "closure"], queryFn: () => call(api.GET("/api/v1/company/closure")) });
}

export function useAskClosure(onDone?: () => void) {
  return useWrite((slug: string, { headers }) => call(api.POST("/api/v1/company/closure", { body: { slug }, headers })), {
    invalidates: [["company"]],
    ...done(onDone),
  });
}

export function useTakeBackClosure(onDone?: () => void) {
  return useWrite((_: undefined, { headers }) => call(api.DELETE("/api/v1/company/closure", { headers })), {
    invalidates: [["company"]],
    ...done(onDone),
  });
}
