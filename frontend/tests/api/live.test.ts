import { QueryClient } from "@tanstack/react-query";
import { afterEach, describe, expect, it, vi } from "vitest";
import { backoff, connectLive, gatherInvalidations, readLiveEvent } from "@/api/live";
import { EventParser } from "@/api/sse";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("the event stream", () => {
  it("is cut into events wherever the pieces break", () => {
    const text = ': hello\n\nevent: hint\ndata: {"topic":"trade",\ndata: "id":"trade_1"}\n\nid: 7\ndata: x\n\n';
    for (let size = 1; size < text.length; size += 1) {
      const parser = new EventParser();
      const events = [];
      for (let at = 0; at < text.length; at += size) events.push(...parser.push(text.slice(at, at + size)));
      expect(events).toEqual([
        { event: "hint", data: '{"topic":"trade",\n"id":"trade_1"}', id: undefined },
        { event: "message", data: "x", id: "7" },
      ]);
    }
  });

  it("reads hints and ignores what is none", () => {
    expect(readLiveEvent('{"topic":"trade","id":"trade_1"}')).toEqual({ topic: "trade", id: "trade_1" });
    expect(readLiveEvent("ping")).toBeUndefined();
    expect(readLiveEvent("null")).toBeUndefined();
  });

  it("waits longer after each failure, up to half a minute", () => {
    expect(backoff(0, 1)).toBe(1000);
    expect(backoff(3, 1)).toBe(8000);
    expect(backoff(20, 1)).toBe(30_000);
    expect(backoff(20, 0)).toBe(15_000);
  });

  it("gathers a burst into one reading of what depends on it", () => {
    vi.useFakeTimers();
    const queries = new QueryClient();
    const invalidate = vi.spyOn(queries, "invalidateQueries");
    const gathered = gatherInvalidations(queries, { trade: ["home"] });
    for (const id of ["1", "2", "3"]) gathered.add({ topic: "trade", id });
    vi.advanceTimersByTime(250);
    expect(invalidate.mock.calls.map(([filter]) => filter?.queryKey)).toEqual([["trade"], ["home"]]);
  });

  it("comes back after the connection is lost, and has everything read again", async () => {
    const bodies = ['data: {"topic":"trade","id":"1"}\n\n', 'data: {"topic":"order","id":"2"}\n\n'];
    vi.stubGlobal("fetch", async () => {
      const body = bodies.shift();
      if (body === undefined) return new Promise(() => undefined);
      return new Response(body, { headers: { "Content-Type": "text/event-stream" } });
    });
    vi.spyOn(Math, "random").mockReturnValue(0);
    const topics: string[] = [];
    const onGap = vi.fn();
    const stop = connectLive({
      url: "http://localhost/api/v1/live",
      guest: true,
      onEvent: ({ topic }) => topics.push(topic),
      onGap,
      onStatus: () => undefined,
    });
    await vi.waitFor(() => expect(topics).toEqual(["trade", "order"]), { timeout: 3000 });
    expect(onGap).toHaveBeenCalledTimes(1);
    stop();
  });
});
