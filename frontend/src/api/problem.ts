/**
 * What went wrong with a call: an RFC 9457 problem from the server, or the network itself.
 * Owns reading an answer into a Problem; how it is said to a person lies in the dictionaries.
 */
import type { Code } from "./types";

/** Codes that the client itself gives: no answer came, or one that is no problem document. */
export type ClientCode = "client.network" | "client.unexpected";
export type AnyCode = Code | ClientCode;

export interface FieldProblem {
  /** Path of the field in the body, as `address.line1` or `lines.0.quantity`. */
  field: string;
  /** A short stable word: `required`, `too_long`, `check_digit`. */
  reason: string;
}

interface ProblemFacts {
  status: number;
  code: AnyCode;
  title?: string | undefined;
  detail?: string | undefined;
  fields?: readonly FieldProblem[] | undefined;
  traceId?: string | undefined;
  retryAfterSeconds?: number | undefined;
}

export class Problem extends Error {
  readonly status: number;
  readonly code: AnyCode;
  readonly title: string | undefined;
  readonly detail: string | undefined;
  readonly fields: readonly FieldProblem[];
  readonly traceId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(facts: ProblemFacts) {
    super(facts.title ?? facts.code);
    this.name = "Problem";
    this.status = facts.status;
    this.code = facts.code;
    this.title = facts.title;
    this.detail = facts.detail;
    this.fields = facts.fields ?? [];
    this.traceId = facts.traceId;
    this.retryAfterSeconds = facts.retryAfterSeconds;
  }

  static network(): Problem {
    return new Problem({ status: 0, code: "client.network" });
  }

  /** Whether the same request may simply be sent again: nothing is known to be wrong with it. */
  get isTransient(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  get isNetwork(): boolean {
    return this.code === "client.network";
  }

  get isForbidden(): boolean {
    return this.status === 403;
  }

  get isMissing(): boolean {
    return this.status === 404;
  }

  get isSignedOut(): boolean {
    return this.status === 401;
  }

  /** Somebody else changed the row since it was read. */
  get isStale(): boolean {
    return this.status === 412;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

function readFields(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((field) => ({
    field: text(field.field) ?? "",
    reason: text(field.reason) ?? "",
  }));
}

/** Reads an answer that is not a success. The body may be anything when a proxy answered in the server's place. */
export async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  const retryAfter = Number(response.headers.get("Retry-After"));
  const facts = {
    status: response.status,
    retryAfterSeconds: Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : undefined,
  };
  if (!isRecord(body) || typeof body.code !== "string") return new Problem({ ...facts, code: "client.unexpected" });
  return new Problem({
    ...facts,
    // The union is the server's own; a newer server may know more codes, for which the dictionary falls back.
    code: body.code as Code,
    title: text(body.title),
    detail: text(body.detail),
    fields: readFields(body.fields),
    traceId: text(body.trace_id),
  });
}

/** Makes any thrown thing a Problem, so that a screen has one kind of error to show. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem({ status: -1, code: "client.unexpected", detail: error instanceof Error ? error.message : undefined });
}
