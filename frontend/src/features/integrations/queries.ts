/** API keys, endpoints of webhooks, and what was sent to them. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, call, ifMatch } from "@/api/client";
import type { Schemas } from "@/api/types";
import { useWrite } from "@/api/write";
import type { Permission } from "@/lib/roles";
import type { EventType } from "./model/choices";

export type ApiKey = Schemas["ApiKey"];
export type Endpoint = Schemas["WebhookEndpoint"];
export type Delivery = Schemas["WebhookDelivery"];
export type DeliveryDetail = Schemas["WebhookDeliveryDetail"];
export type Attempt = Schemas["WebhookAttempt"];
export type Gap = Schemas["WebhookGap"];

type Query = Record<string, string | number>;

const KEYS = ["api-key"] as const;
const HOOKS = ["webhook"] as const;

export function useApiKeys(query: Query) {
  return useQuery({
    queryKey: [...KEYS, query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/api-keys", { params: { query: query as never } })),
  });
}

export interface NewApiKey {
  name: string;
  permissions: Permission[];
  expires_at: string;
}

export function useMakeApiKey(onDone: (key: ApiKey) => void) {
  return useWrite((body: NewApiKey, { headers }) => call(api.POST("/api/v1/company/api-keys", { body: body as never, headers })), {
    invalidates: [KEYS],
    onSuccess: onDone,
  });
}

export function useRotateApiKey(onDone: (key: ApiKey) => void) {
  return useWrite(
    ({ id, hours }: { id: string; hours: number }, { headers }) =>
      call(api.POST("/api/v1/company/api-keys/{id}/rotation", { params: { path: { id } }, body: { overlap_hours: hours }, headers })),
    { invalidates: [KEYS], onSuccess: onDone },
  );
}

export function useEndApiKeyOverlap(onDone: () => void) {
  return useWrite(
    (id: string, { headers }) => call(api.POST("/api/v1/company/api-keys/{id}/overlap-end", { params: { path: { id } }, body: {}, headers })),
    { invalidates: [KEYS], onSuccess: onDone },
  );
}

export function useRevokeApiKey(onDone: () => void) {
  return useWrite((id: string, { headers }) => call(api.DELETE("/api/v1/company/api-keys/{id}", { params: { path: { id } }, headers })), {
    invalidates: [KEYS],
    onSuccess: onDone,
  });
}

export function useEndpoints(query: Query) {
  return useQuery({
    queryKey: [...HOOKS, "list", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/webhook-endpoints", { params: { query: query as never } })),
  });
}

export function useEndpoint(id: string) {
  return useQuery({
    queryKey: [...HOOKS, "one", id],
    queryFn: () => call(api.GET("/api/v1/company/webhook-endpoints/{id}", { params: { path: { id } } })),
  });
}

export interface EndpointValues {
  url: string;
  description: string;
  event_types: EventType[];
}

export function useAddEndpoint(onDone: (endpoint: Endpoint) => void) {
  return useWrite((body: EndpointValues, { headers }) => call(api.POST("/api/v1/company/webhook-endpoints", { body, headers })), {
    invalidates: [HOOKS],
    onSuccess: onDone,
  });
}

export function useChangeEndpoint({ id, version }: Endpoint, onDone: () => void) {
  return useWrite(
    (body: Partial<EndpointValues> & { enabled?: boolean }, { headers }) =>
      call(
        api.PATCH("/api/v1/company/webhook-endpoints/{id}", { params: { path: { id } }, body, headers: { ...headers, ...ifMatch(version) } }),
      ),
    { invalidates: [HOOKS], onSuccess: onDone },
  );
}

export function useRotateEndpoint(id: string, onDone: (endpoint: Endpoint) => void) {
  return useWrite(
    (hours: number, { headers }) =>
      call(api.POST("/api/v1/company/webhook-endpoints/{id}/rotation", { params: { path: { id } }, body: { overlap_hours: hours }, headers })),
    { invalidates: [HOOKS], onSuccess: onDone },
  );
}

export function useDeleteEndpoint(onDone: () => void) {
  return useWrite(
    (id: string, { headers }) => call(api.DELETE("/api/v1/company/webhook-endpoints/{id}", { params: { path: { id } }, headers })),
    { invalidates: [[...HOOKS, "list"]], onSuccess: onDone },
  );
}

export function useTestEndpoint(onDone: () => void) {
  return useWrite(
    (id: string, { headers }) => call(api.POST("/api/v1/company/webhook-endpoints/{id}/test", { params: { path: { id } }, body: {}, headers })),
    { invalidates: [HOOKS], onSuccess: onDone },
  );
}

/** While something is on its way the list looks again by itself. */
const LOOK_AGAIN_MS = 3_000;

export function useDeliveries(id: string, query: Query) {
  return useQuery({
    queryKey: [...HOOKS, "deliveries", id, query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/webhook-endpoints/{id}/deliveries", { params: { path: { id }, query: query as never } })),
    refetchInterval: ({ state }) => (state.data?.items.some((row) => row.state === "pending" && row.attempts === 0) ? LOOK_AGAIN_MS : false),
  });
}

export function useGaps(id: string, query: Query) {
  return useQuery({
    queryKey: [...HOOKS, "gaps", id, query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/webhook-endpoints/{id}/gaps", { params: { path: { id }, query: query as never } })),
  });
}

export function useReplayRange(id: string, onDone: (count: number) => void) {
  return useWrite(
    (body: { from: string; to: string; undelivered_only: boolean }, { headers }) =>
      call(api.POST("/api/v1/company/webhook-endpoints/{id}/replay", { params: { path: { id } }, body, headers })),
    { invalidates: [HOOKS], onSuccess: ({ count }) => onDone(count) },
  );
}

export function useDelivery(id: string) {
  return useQuery({
    queryKey: [...HOOKS, "delivery", id],
    queryFn: () => call(api.GET("/api/v1/company/webhook-deliveries/{id}", { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.state === "pending" ? LOOK_AGAIN_MS : false),
  });
}

export function useReplayDelivery(onDone: () => void) {
  return useWrite(
    (id: string, { headers }) => call(api.POST("/api/v1/company/webhook-deliveries/{id}/replay", { params: { path: { id } }, body: {}, headers })),
    { invalidates: [HOOKS], onSuccess: onDone },
  );
}
