/**
 * The typed client of the API. A call answers with data or throws a Problem:
 *
 *     const trade = await call(api.GET("/api/v1/company/trades/{trade}", { params: { path: { trade } } }));
 */
import createClient from "openapi-fetch";
import { send } from "./transport";
import type { paths } from "./types";

export const api = createClient<paths>({
  // Requests need an absolute address outside a browser, and a browser has one anyway.
  baseUrl: typeof location === "undefined" ? "http://localhost" : location.origin,
  fetch: send,
});

/** "Null" and "not there" are one thing on this side, as the generated types say. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null || value instanceof Blob) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (each === null ? [] : [[key, withoutNulls(each)]])),
  );
}

/** The body of a successful answer; a failure has been thrown as a Problem on the way. */
export async function call<T>(answer: Promise<{ data?: T; response: Response }>): Promise<T> {
  const { data } = await answer;
  return withoutNulls(data) as T;
}

/** The body together with the version under which a later change may be sent. */
export async function callVersioned<T>(
  answer: Promise<{ data?: T; response: Response }>,
): Promise<{ data: T; etag: string | undefined }> {
  const { data, response } = await answer;
  return { data: withoutNulls(data) as T, etag: response.headers.get("ETag") ?? undefined };
}

/** Guards a change against a lost update: a row's version as a number, or an ETag as it came. */
export function ifMatch(version: number | string | undefined): Record<string, string> {
  if (version === undefined) return {};
  return { "If-Match": typeof version === "number" ? `"${version}"` : version };
}
