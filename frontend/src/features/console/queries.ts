/** What the operator's first page says, and the queues. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import type { Answer } from "@/api/types";

export type OperatorHome = Answer<"/api/v1/operator/home">;
export type QueuePage = Answer<"/api/v1/operator/queue">;
export type QueueItem = QueuePage["items"][number];
export type QueueCount = QueuePage["queues"][number];

/** Payments, payouts and mails send no hint of their own, so what counts them is read again now and then. */
const EVERY_MS = 60_000;

export function useOperatorHome() {
  return useQuery({
    queryKey: ["home"],
    refetchInterval: EVERY_MS,
    queryFn: () => call(api.GET("/api/v1/operator/home")),
  });
}

export function useQueue(query: Record<string, string | number>) {
  return useQuery({
    queryKey: ["queue", query],
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
    queryFn: () => call(api.GET("/api/v1/operator/queue", { params: { query: query as never } })),
  });
}
