/** A company's own trades: reading them and taking the steps that the server allows it. */
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import { type Submission, useWrite } from "@/api/write";
import type { Trade } from "./types";

export function useTrades(query: Record<string, string | number>) {
  return useQuery({
    queryKey: ["trade", "list", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/trades", { params: { query: query as never } })),
  });
}

export function useTrade(id: string) {
  return useQuery({
    queryKey: ["trade", "one", id],
    queryFn: () => call(api.GET("/api/v1/company/trades/{id}", { params: { path: { id } } })),
  });
}

/** What a step touches beside the trade itself. */
const TOUCHED = [["trade"], ["home"], ["stock"], ["order"], ["books"]] as const;

function useStep<Input>(id: string, write: (input: Input, submission: Submission) => Promise<Trade>, onDone?: () => void) {
  const queries = useQueryClient();
  return useWrite(write, {
    invalidates: TOUCHED,
    onSuccess: (trade) => {
      // The answer is the trade as it stands now, so the page need not ask again.
      queries.setQueryData(["trade", "one", id], trade);
      onDone?.();
    },
  });
}

/** Steps that need no more than a yes. */
export const PLAIN_STEPS = {
  request_po: "/api/v1/company/trades/{id}/purchase-request",
  accept_po: "/api/v1/company/trades/{id}/acceptance",
  mark_in_transit: "/api/v1/company/trades/{id}/transit",
  mark_arrived: "/api/v1/company/trades/{id}/arrival",
} as const;

export type PlainStep = keyof typeof PLAIN_STEPS;

export function usePlainStep(id: string, onDone?: () => void) {
  return useStep(
    id,
    (step: PlainStep, { headers }) => call(api.POST(PLAIN_STEPS[step], { params: { path: { id } }, body: {}, headers })),
    onDone,
  );
}

export function useDecline(id: string, onDone?: () => void) {
  return useStep(
    id,
    (reason: string, { headers }) =>
      call(api.POST("/api/v1/company/trades/{id}/declination", { params: { path: { id } }, body: { reason }, headers })),
    onDone,
  );
}

export interface Cancellation {
  lineIds: string[] | undefined;
  reason: string;
}

export function useCancelTrade(id: string, onDone?: () => void) {
  return useStep(
    id,
    ({ lineIds, reason }: Cancellation, { headers }) =>
      call(
        api.POST("/api/v1/company/trades/{id}/cancellation", {
          params: { path: { id } },
          body: { reason, ...(lineIds === undefined ? {} : { line_ids: lineIds }) },
          headers,
        }),
      ),
    onDone,
  );
}

export interface Delivery {
  carrier: string;
  trackingNumber: string;
  lines: { line_id: string; quantity: number; lot?: string }[];
  file: File | undefined;
}

/** Uploads the paper first, if there is one, and names it in the confirmation. */
export function useFileDelivery(id: string, onDone?: () => void) {
  return useStep(
    id,
    async ({ carrier, trackingNumber, lines, file }: Delivery, { headers }) => {
      const paper = file === undefined ? undefined : await upload(file);
      return call(
        api.POST("/api/v1/company/trades/{id}/delivery-confirmation", {
          params: { path: { id } },
          body: { carrier, tracking_number: trackingNumber, lines, ...(paper === undefined ? {} : { file_id: paper.id }) },
          headers,
        }),
      );
    },
    onDone,
  );
}

function upload(file: File) {
  return call(
    api.POST("/api/v1/company/files", {
      params: { query: { name: file.name.slice(-120) } },
      body: file as unknown as string,
      bodySerializer: (body) => body as never,
      headers: { "Content-Type": file.type === "" ? "application/octet-stream" : file.type },
    }),
  );
}

export const documentPath = (id: string) => `/api/v1/company/trades/${id}/document`;

export const BULK_STEPS = ["request_po", "accept_po", "mark_in_transit", "mark_arrived"] as const;
export type BulkStep = (typeof BULK_STEPS)[number];

export function useBulkStep() {
  return useWrite(
    (body: { action: BulkStep; ids: string[] }, { headers }) => call(api.POST("/api/v1/company/trade-steps", { body, headers })),
    { invalidates: TOUCHED },
  );
}
