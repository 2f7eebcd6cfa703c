import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { api, call, ifMatch } from "@/api/client";
import { Problem } from "@/api/problem";
import { adoptSession, currentSession, dropSession, startSession } from "@/api/session";
import { SubmissionKeys } from "@/api/write";

type Handler = (request: Request) => Response | Promise<Response>;

const account = { id: "account_1", email: "a@b.kr", name: "김하나", locale: "ko" as const, email_verified: true, second_factor: false, passkey: false, second_factor_required: false, consents_due: [], companies: [] };
const session = (token: string, expires_in = 600) => ({ access_token: token, expires_in, account });
const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
const problem = (status: number, code: string, more = {}) => json({ type: "about:blank", title: code, status, code, ...more }, status);

let seen: Request[];

function serve(handler: Handler) {
  seen = [];
  vi.stubGlobal("fetch", async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = typeof input === "string" ? new Request(new URL(input, location.origin), init) : new Request(input as Request, init);
    seen.push(request.clone());
    return handler(request);
  });
}

const path = (request: Request) => new URL(request.url).pathname;
const REFRESH = "/api/v1/account/session/refresh";
const me = () => call(api.GET("/api/v1/account/me"));

beforeEach(() => dropSession());
afterEach(() => vi.unstubAllGlobals());

describe("a call that wants a proof", () => {
  const change = () => call(api.POST("/api/v1/account/password-reset", { body: { email: "a@b.kr" } }));
  const PROOF = { code: "auth.step_up_required", status: 403 };

  it("is sent again under the same key once the person has proven it", async () => {
    adoptSession(session("token"));
    const { settleProof, subscribeProof } = await import("@/api/proof");
    let proven = false;
    const stop = subscribeProof(() => {
      if (proven) return;
      proven = true;
      settleProof(true);
    });
    serve(() => (proven ? json({}, 202) : problem(403, "auth.step_up_required")));
    await change();
    stop();
    expect(seen).toHaveLength(2);
    expect(seen[1]?.headers.get("Idempotency-Key")).toBe(seen[0]?.headers.get("Idempotency-Key"));
    await expect(seen[1]?.json()).resolves.toEqual({ email: "a@b.kr" });
  });

  it("fails as it did when the person would rather not, or nobody can be asked", async () => {
    adoptSession(session("token"));
    const { settleProof, subscribeProof } = await import("@/api/proof");
    serve(() => problem(403, "auth.step_up_required"));
    await expect(change()).rejects.toMatchObject(PROOF);
    let asked = 0;
    const stop = subscribeProof(() => {
      asked += 1;
      if (asked === 1) settleProof(false);
    });
    await expect(change()).rejects.toMatchObject(PROOF);
    stop();
    expect(seen).toHaveLength(2);
  });
});

describe("a call", () => {
  it("answers with the body", async () => {
    serve(() => json(account));
    await expect(me()).resolves.toEqual(account);
    expect(seen[0]?.headers.get("Accept-Language")).toBe("ko");
    expect(seen[0]?.headers.has("Authorization")).toBe(false);
  });

  it("knows no null, only what is not there", async () => {
    serve(() => json({ ...account, phone: null, companies: [{ id: "c", slug: null }] }));
    await expect(me()).resolves.toEqual({ ...account, companies: [{ id: "c" }] });
  });

  it("throws the server's problem with its fields and trace", async () => {
    serve(() => problem(422, "request.invalid", { fields: [{ field: "email", reason: "taken" }], trace_id: "t1" }));
    const error = await me().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Problem);
    expect(error).toMatchObject({ status: 422, code: "request.invalid", traceId: "t1", fields: [{ field: "email", reason: "taken" }] });
  });

  it("makes a problem of what is no problem document", async () => {
    serve(() => new Response("<html>Bad Gateway</html>", { status: 502 }));
    await expect(me()).rejects.toMatchObject({ status: 502, code: "client.unexpected", isTransient: true });
  });

  it("makes a problem of a network that fails", async () => {
    serve(() => Promise.reject(new TypeError("Failed to fetch")));
    await expect(me()).rejects.toMatchObject({ code: "client.network", isTransient: true });
  });

  it("gives every write a key, and keeps one that is given", async () => {
    serve(() => json({}));
    const body = { email: "a@b.kr" };
    await api.POST("/api/v1/account/password-reset", { body });
    await api.POST("/api/v1/account/password-reset", { body, headers: { "Idempotency-Key": "mine" } });
    expect(seen[0]?.headers.get("Idempotency-Key")).toMatch(/^[0-9a-f-]{36}$/);
    expect(seen[1]?.headers.get("Idempotency-Key")).toBe("mine");
  });

  it("writes a version as an entity tag", () => {
    expect(ifMatch(3)).toEqual({ "If-Match": '"3"' });
    expect(ifMatch('"abc"')).toEqual({ "If-Match": '"abc"' });
    expect(ifMatch(undefined)).toEqual({});
  });
});

describe("an expired session", () => {
  it("is renewed once, silently, and the call is sent again with the same key", async () => {
    adoptSession(session("old"));
    serve((request) => {
      if (path(request) === REFRESH) return json(session("new"));
      return request.headers.get("Authorization") === "Bearer new" ? json({}) : problem(401, "auth.expired");
    });
    await call(api.POST("/api/v1/account/password-reset", { body: { email: "a@b.kr" } }));
    const writes = seen.filter((request) => path(request) !== REFRESH);
    expect(writes).toHaveLength(2);
    expect(writes[1]?.headers.get("Idempotency-Key")).toBe(writes[0]?.headers.get("Idempotency-Key"));
    await expect(writes[1]?.json()).resolves.toEqual({ email: "a@b.kr" });
  });

  it("is renewed once for many calls at the same time", async () => {
    adoptSession(session("old"));
    serve((request) => {
      if (path(request) === REFRESH) return json(session("new"));
      return request.headers.get("Authorization") === "Bearer new" ? json(account) : problem(401, "auth.expired");
    });
    await Promise.all([me(), me(), me()]);
    expect(seen.filter((request) => path(request) === REFRESH)).toHaveLength(1);
  });

  it("is renewed before use when it is about to end", async () => {
    adoptSession(session("old", 5));
    serve((request) => (path(request) === REFRESH ? json(session("new")) : json(account)));
    await me();
    expect(seen.map(path)).toEqual([REFRESH, "/api/v1/account/me"]);
    expect(seen[1]?.headers.get("Authorization")).toBe("Bearer new");
  });

  it("ends when the server refuses to renew it", async () => {
    adoptSession(session("old"));
    serve(() => problem(401, "auth.expired"));
    await expect(me()).rejects.toMatchObject({ status: 401 });
    expect(currentSession().status).toBe("anonymous");
    expect(seen).toHaveLength(2);
  });

  it("survives a server in trouble", async () => {
    adoptSession(session("old"));
    serve((request) => (path(request) === REFRESH ? problem(503, "server.unavailable") : problem(401, "auth.expired")));
    await expect(me()).rejects.toMatchObject({ status: 401 });
    expect(currentSession().status).toBe("signed-in");
  });

  it("is not looked for on behalf of a visitor", async () => {
    serve(() => problem(401, "auth.required"));
    await expect(me()).rejects.toMatchObject({ status: 401 });
    await startSession();
    expect(seen).toHaveLength(1);
  });

  it("keeps the company of the tab when it is renewed", async () => {
    adoptSession({ ...session("old", 5), account: { ...account, company_id: "company_1" } });
    serve((request) => (path(request) === REFRESH ? json(session("new")) : json(account)));
    await me();
    await expect(seen[0]?.json()).resolves.toEqual({ company_id: "company_1" });
  });
});

describe("the key of a submission", () => {
  const refused = new Problem({ status: 422, code: "request.invalid" });

  it("stays while the fate of the same content is unknown", () => {
    const keys = new SubmissionKeys();
    const first = keys.take({ quantity: 1 });
    keys.settle(Problem.network());
    expect(keys.take({ quantity: 1 })).toBe(first);
    keys.settle(new Problem({ status: 409, code: "request.in_flight" }));
    expect(keys.take({ quantity: 1 })).toBe(first);
  });

  it("is new for other content, after success and after a refusal", () => {
    const keys = new SubmissionKeys();
    const first = keys.take({ quantity: 1 });
    keys.settle(Problem.network());
    const second = keys.take({ quantity: 2 });
    expect(second).not.toBe(first);
    keys.settle(undefined);
    const third = keys.take({ quantity: 2 });
    expect(third).not.toBe(second);
    keys.settle(refused);
    expect(keys.take({ quantity: 2 })).not.toBe(third);
  });
});
