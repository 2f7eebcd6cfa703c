/** What the routers of all faces have in common. Values in the address are plain text, so that a person can read it. */
import { type AnyRoute, createRouter } from "@tanstack/react-router";
import type { LocationRewrite } from "@tanstack/react-router";
import { MissingState, PageProblem, PendingState } from "./states";

export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== "") params.set(name, String(value));
  }
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}

export function faceRouter(routeTree: AnyRoute, rewrite?: LocationRewrite) {
  return createRouter({
    routeTree,
    ...(rewrite === undefined ? {} : { rewrite }),
    parseSearch,
    stringifySearch,
    defaultPreload: "intent",
    scrollRestoration: true,
    defaultNotFoundComponent: MissingState,
    defaultErrorComponent: PageProblem,
    defaultPendingComponent: PendingState,
    // A page that is nearly here shows itself rather than a skeleton.
    defaultPendingMs: 300,
  });
}
