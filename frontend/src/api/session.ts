/**
 * Who is signed in. The access token lives in memory alone; the refresh token is an HttpOnly cookie that no script sees.
 * Owns refreshing and signing out; refuses to store a token anywhere.
 */
import { useSyncExternalStore } from "react";
import { readProblem } from "./problem";
import type { Account, Session } from "./types";

export type SessionState =
  | { status: "starting"; account: undefined }
  | { status: "anonymous"; account: undefined }
  | { status: "signed-in"; account: Account };

const REFRESH_URL = "/api/v1/account/session/refresh";
const COMPANY_URL = "/api/v1/account/session/company";
/** A mark that a session may exist, so that a visitor without one causes no needless call. It holds no secret. */
const HINT = "madang.signed-in";
/** A token this close to its end is renewed before it is used. */
const MARGIN_MS = 15_000;

let state: SessionState = { status: "starting", account: undefined };
let token: { value: string; expiresAt: number } | undefined;
let refreshing: Promise<boolean> | undefined;
const listeners = new Set<() => void>();

function set(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}

function hint(present: boolean): void {
  try {
    if (present) localStorage.setItem(HINT, "1");
    else localStorage.removeItem(HINT);
  } catch {
    // Storage may be closed to us; the hint only saves a call.
  }
}

function hinted(): boolean {
  try {
    return localStorage.getItem(HINT) !== null;
  } catch {
    return true;
  }
}

/** Takes over what a sign-in or a refresh answered. */
export function adoptSession(session: Session): void {
  token = { value: session.access_token, expiresAt: Date.now() + session.expires_in * 1000 };
  hint(true);
  set({ status: "signed-in", account: session.account });
}

/** Takes over what the server says of the person now, under the token that there is. */
export function adoptAccount(account: Account): void {
  if (state.status === "signed-in") set({ status: "signed-in", account });
}

/** Forgets the session on this side; the server's is ended by DELETE /account/session. */
export function dropSession(): void {
  token = undefined;
  hint(false);
  set({ status: "anonymous", account: undefined });
}

/**
 * Two tabs that renew with one rotating cookie at the same moment would look like a stolen token,
 * so the tabs of a browser take turns.
 */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  return typeof navigator !== "undefined" && "locks" in navigator
    ? navigator.locks.request("madang.refresh", work)
    : work();
}

function post(url: string, body: unknown): Promise<Response> {
  return fetch(url, {
    method: "POST",
    credentials: "same-origin",
    headers: {
      "Content-Type": "application/json",
      "Idempotency-Key": crypto.randomUUID(),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token.value}` }),
    },
    body: JSON.stringify(body),
  });
}

async function refreshNow(): Promise<boolean> {
  // Each tab keeps the company that it works for, whatever another tab has chosen since.
  const company = state.account?.company_id;
  const response = await post(REFRESH_URL, typeof company === "string" ? { company_id: company } : {});
  if (response.ok) {
    adoptSession((await response.json()) as Session);
    return true;
  }
  const problem = await readProblem(response);
  // Only a plain refusal ends the session; a server in trouble must not sign people out.
  if (problem.status >= 400 && problem.status < 500 && problem.status !== 429) dropSession();
  return false;
}

/** Renews the access token once, however many calls ask for it; false when there is no session to renew. */
export function refreshSession(): Promise<boolean> {
  refreshing ??= inTurn(refreshNow)
    .catch(() => false)
    .finally(() => {
      refreshing = undefined;
    });
  return refreshing;
}

/** Works for another company from now on: the token itself says for which one. */
export function switchCompany(id: string): Promise<void> {
  return inTurn(async () => {
    const response = await post(COMPANY_URL, { company_id: id });
    if (!response.ok) throw await readProblem(response);
    adoptSession((await response.json()) as Session);
  });
}

/** Finds out on load who is signed in. A face that needs an account asks even without the hint. */
export async function startSession({ always = false } = {}): Promise<void> {
  if (always || hinted()) await refreshSession();
  if (state.status === "starting") set({ status: "anonymous", account: undefined });
}

/** The bearer token to send now, renewed first when it is about to end; undefined for a visitor. */
export async function bearer(): Promise<string | undefined> {
  if (token !== undefined && token.expiresAt - Date.now() < MARGIN_MS) await refreshSession();
  return token?.value;
}

export const hasToken = (): boolean => token !== undefined;
export const currentSession = (): SessionState => state;

export function subscribeSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSession(): SessionState {
  return useSyncExternalStore(subscribeSession, currentSession);
}
