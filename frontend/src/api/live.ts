/**
 * Live changes: a stream of {topic, id} that says what is no longer as it was read.
 * Owns the connection and its coming back; refuses to carry data, so that a missed event costs one more read and no more.
 */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { callLocale } from "./context";
import { bearer, refreshSession, useSession } from "./session";
import { EventParser } from "./sse";

export interface LiveEvent {
  topic: string;
  id: string;
}

export type LiveStatus = "off" | "connecting" | "on";

interface LiveOptions {
  url: string;
  /** A guest's order page listens with the order's own token in a header; everyone else with the session's. */
  orderToken?: string | undefined;
  guest: boolean;
  onEvent: (event: LiveEvent) => void;
  /** After a gap anything may have changed. */
  onGap: () => void;
  onStatus: (status: LiveStatus) => void;
}

const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 30_000;

/** Waits longer after each failure, and not in step with all the other browsers. */
export const backoff = (attempt: number, random = Math.random()): number =>
  Math.min(FIRST_DELAY_MS * 2 ** attempt, LONGEST_DELAY_MS) * (0.5 + random / 2);

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });

export function readLiveEvent(data: string): LiveEvent | undefined {
  try {
    const value = JSON.parse(data) as Partial<LiveEvent> | null;
    return typeof value?.topic === "string" ? { topic: value.topic, id: String(value.id ?? "") } : undefined;
  } catch {
    return undefined;
  }
}

async function listen(options: LiveOptions, signal: AbortSignal, opened: () => void): Promise<void> {
  const token = options.guest ? undefined : await bearer();
  const response = await fetch(options.url, {
    signal,
    credentials: "same-origin",
    headers: {
      Accept: "text/event-stream",
      "Accept-Language": callLocale(),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(options.orderToken === undefined ? {} : { "Madang-Order": options.orderToken }),
    },
  });
  if (response.status === 401 && !options.guest) await refreshSession();
  if (!response.ok || response.body === null) throw new Error(`The live stream answered ${response.status}.`);
  opened();
  const parser = new EventParser();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    for (const event of parser.push(value)) {
      const change = readLiveEvent(event.data);
      if (change !== undefined) options.onEvent(change);
    }
  }
}

/** Keeps listening until the returned function is called. */
export function connectLive(options: LiveOptions): () => void {
  const stop = new AbortController();
  const run = async () => {
    let attempt = 0;
    let connectedBefore = false;
    while (!stop.signal.aborted) {
      options.onStatus("connecting");
      try {
        await listen(options, stop.signal, () => {
          attempt = 0;
          options.onStatus("on");
          if (connectedBefore) options.onGap();
          connectedBefore = true;
        });
      } catch {
        // Every failure has the same answer: wait and come back.
      }
      if (stop.signal.aborted) break;
      options.onStatus("connecting");
      await pause(backoff(attempt), stop.signal);
      attempt += 1;
    }
    options.onStatus("off");
  };
  void run();
  return () => stop.abort();
}

const GATHER_MS = 200;

/** Reads again whatever lies under the changed topics, gathering a burst of events into one reading. */
export function gatherInvalidations(queries: QueryClient, also: Readonly<Record<string, readonly string[]>> = {}) {
  const topics = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    // The server says "*" when it had to leave hints out.
    if (topics.has("*")) void queries.invalidateQueries();
    else for (const topic of topics) void queries.invalidateQueries({ queryKey: [topic] });
    topics.clear();
  };
  return {
    add: ({ topic }: LiveEvent) => {
      for (const each of [topic, ...(also[topic] ?? [])]) topics.add(each);
      timer ??= setTimeout(flush, GATHER_MS);
    },
    cancel: () => clearTimeout(timer),
  };
}

const LIVE_URL = "/api/v1/live";

interface UseLive {
  /** An order of a shop: a guest's with the token that opens it, a signed-in buyer's without. */
  order?: { id: string; shop: string; token?: string | undefined } | undefined;
  /** Hears what concerns the operator; without it and without an order, what concerns the company of the session. */
  operator?: boolean;
  enabled?: boolean;
  /** Query key prefixes that depend on a topic beside the one of its own name; keep it outside the component. */
  also?: Readonly<Record<string, readonly string[]>>;
}

function liveUrl(order: UseLive["order"], operator: boolean, company: string | undefined): string {
  const what = new URLSearchParams();
  if (order !== undefined) {
    what.set("order", order.id);
    what.set("shop", order.shop);
  } else if (operator) what.set("operator", "true");
  else if (company !== undefined) what.set("company", company);
  return `${LIVE_URL}?${what}`;
}

/** Listens while the component is shown; call it once per face (in the layout) or once on an order page. */
export function useLive({ order, operator = false, enabled = true, also }: UseLive = {}): LiveStatus {
  const queries = useQueryClient();
  const account = useSession().account;
  // Another person or another company is another stream.
  const who = account === undefined ? undefined : `${account.id} ${account.company_id ?? ""}`;
  const url = liveUrl(order, operator, account?.company_id);
  const guest = order?.token !== undefined;
  const [status, setStatus] = useState<LiveStatus>("off");
  const listening = enabled && (guest || who !== undefined);

  useEffect(() => {
    if (!listening) return undefined;
    const gathered = gatherInvalidations(queries, also);
    const stop = connectLive({
      url,
      guest,
      orderToken: order?.token,
      onEvent: gathered.add,
      onGap: () => void queries.invalidateQueries(),
      onStatus: setStatus,
    });
    return () => {
      stop();
      gathered.cancel();
    };
  }, [queries, url, guest, order?.token, listening, also, who]);

  return listening ? status : "off";
}
