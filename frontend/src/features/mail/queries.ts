/** The mails that the platform has written. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import type { Answer } from "@/api/types";
import { useWrite } from "@/api/write";

export type MailRow = Answer<"/api/v1/operator/mails">["items"][number];
export type Mail = Answer<"/api/v1/operator/mails/{id}">;

export const MAIL_STATES = ["queued", "sent", "refused"] as const;

export function useMails(query: Record<string, string | number>) {
  return useQuery({
    queryKey: ["mail", "list", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/operator/mails", { params: { query: query as never } })),
  });
}

export function useMail(id: string) {
  return useQuery({
    queryKey: ["mail", "one", id],
    queryFn: () => call(api.GET("/api/v1/operator/mails/{id}", { params: { path: { id } } })),
  });
}

export function useRetryMail(onDone?: () => void) {
  return useWrite(
    (id: string, { headers }) => call(api.POST("/api/v1/operator/mails/{id}/retry", { params: { path: { id } }, body: {}, headers })),
    { invalidates: [["mail"], ["home"]], ...(onDone === undefined ? {} : { onSuccess: onDone }) },
  );
}
