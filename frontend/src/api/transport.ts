/**
 * The one place from which a request leaves: bearer token, language, idempotency key,
 * one silent renewal of an expired session, and every failure as a Problem.
 */
import { callLocale } from "./context";
import { Problem, readProblem } from "./problem";
import { askProof } from "./proof";
import { bearer, hasToken, refreshSession } from "./session";

export const IDEMPOTENCY_KEY = "Idempotency-Key";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

async function dress(request: Request): Promise<Request> {
  const headers = new Headers(request.headers);
  if (!headers.has("Authorization")) {
    const token = await bearer();
    if (token !== undefined) headers.set("Authorization", `Bearer ${token}`);
  }
  headers.set("Accept-Language", callLocale());
  if (!READS.has(request.method) && !headers.has(IDEMPOTENCY_KEY)) headers.set(IDEMPOTENCY_KEY, crypto.randomUUID());
  return new Request(request, { headers, credentials: "same-origin" });
}

async function leave(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw Problem.network();
  }
}

/** Sends a request; answers with a success or throws a Problem. */
export async function send(input: Request): Promise<Response> {
  const explicit = input.headers.has("Authorization");
  const wasSignedIn = hasToken();
  const request = await dress(input);
  // A body can be read once, so the copies for further attempts are taken before the first.
  const spare = request.clone();
  const afterProof = request.clone();
  let response = await leave(request);

  if (response.status === 401 && wasSignedIn && !explicit && (await refreshSession())) {
    // The second attempt carries the same idempotency key: it is the same submission.
    const headers = new Headers(spare.headers);
    headers.delete("Authorization");
    response = await leave(await dress(new Request(spare, { headers })));
  }
  if (response.ok) return response;
  let problem = await readProblem(response);
  // The same submission once more, after the person has proven that it is them.
  if (problem.code === "auth.step_up_required" && (await askProof())) {
    const headers = new Headers(afterProof.headers);
    if (!explicit) headers.delete("Authorization");
    response = await leave(await dress(new Request(afterProof, { headers })));
    if (response.ok) return response;
    problem = await readProblem(response);
  }
  // The session says that a second factor is asked for, and the face then leads to setting it up.
  if (problem.code === "auth.second_factor_required") void refreshSession();
  throw problem;
}
