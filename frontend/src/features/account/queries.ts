/** A person's own account: who they are, where they are signed in, what they ordered anywhere. */
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import { refreshSession } from "@/api/session";
import { useWrite } from "@/api/write";

export interface ProfileChange {
  name: string;
  phone?: string;
  locale: "ko" | "en";
}

export function useChangeProfile(onSuccess: () => void) {
  return useWrite((body: ProfileChange, { headers }) => call(api.PATCH("/api/v1/account/me", { body, headers })), {
    onSuccess: async () => {
      // The session carries the name that every page shows.
      await refreshSession();
      onSuccess();
    },
  });
}

const SESSIONS = ["account", "sessions"] as const;

export function useSessions() {
  return useQuery({ queryKey: SESSIONS, queryFn: () => call(api.GET("/api/v1/account/sessions", { params: { query: { limit: 50 } } })) });
}

export function useRevokeSession(onSuccess: () => void) {
  const queries = useQueryClient();
  return useWrite(
    (id: string, { headers }) => call(api.DELETE("/api/v1/account/sessions/{id}", { params: { path: { id } }, headers })),
    {
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: SESSIONS });
        onSuccess();
      },
    },
  );
}

/** Signs out everywhere else; the device at hand stays. */
export function useRevokeOthers(onSuccess: () => void) {
  return useWrite(
    (_nothing: undefined, { headers }) => call(api.DELETE("/api/v1/account/sessions", { params: { query: { keep_current: true } }, headers })),
    { invalidates: [SESSIONS], onSuccess },
  );
}

export function useChangePassword(onSuccess: () => void) {
  return useWrite(
    (body: { current_password: string; password: string }, { headers }) => call(api.PUT("/api/v1/account/password", { body, headers })),
    { invalidates: [SESSIONS], onSuccess },
  );
}

export function useChangeEmail(onSuccess: (email: string) => void) {
  return useWrite(
    (body: { email: string; current_password: string }, { headers }) => call(api.POST("/api/v1/account/email-change", { body, headers })),
    { onSuccess: (_answer, { email }) => onSuccess(email) },
  );
}

export function useMyOrders(query: Readonly<Record<string, string | number>>, enabled = true) {
  return useQuery({
    queryKey: ["order", "mine", query],
    queryFn: () => call(api.GET("/api/v1/account/orders", { params: { query: query as never } })),
    placeholderData: keepPreviousData,
    enabled,
  });
}
