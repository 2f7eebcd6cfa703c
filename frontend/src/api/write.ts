/**
 * Writing with TanStack Query: one idempotency key per submission.
 * The key is kept while the same content is sent again after an answer was lost, and is new for everything else.
 */
import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Problem, toProblem } from "./problem";
import { IDEMPOTENCY_KEY } from "./transport";

export interface Submission {
  /** Goes into the `headers` of the call. */
  headers: Record<string, string>;
}

/** Hands out keys: the same one for the same content until its fate is known. */
export class SubmissionKeys {
  private pending: { content: string; key: string } | undefined;

  take(content: unknown): string {
    const text = JSON.stringify(content) ?? "";
    if (this.pending?.content !== text) this.pending = { content: text, key: crypto.randomUUID() };
    return this.pending.key;
  }

  /** An answer that says what became of the request ends the submission; a lost answer does not. */
  settle(outcome: Problem | undefined): void {
    const unknown = outcome !== undefined && (outcome.isTransient || outcome.code === "request.in_flight");
    if (!unknown) this.pending = undefined;
  }
}

interface WriteOptions<Input, Output> {
  /** Query key prefixes to read again once the write is done. */
  invalidates?: readonly QueryKey[];
  onSuccess?: (output: Output, input: Input) => void | Promise<void>;
  onProblem?: (problem: Problem, input: Input) => void;
}

/**
 * A mutation whose failure is a Problem:
 *
 *     const accept = useWrite(
 *       (trade: string, { headers }) => call(api.POST("…/acceptance", { params: { path: { trade } }, headers })),
 *       { invalidates: [["trade"]] },
 *     );
 */
export function useWrite<Input = void, Output = unknown>(
  write: (input: Input, submission: Submission) => Promise<Output>,
  { invalidates = [], onSuccess, onProblem }: WriteOptions<Input, Output> = {},
) {
  const queries = useQueryClient();
  const [keys] = useState(() => new SubmissionKeys());
  return useMutation<Output, Problem, Input>({
    retry: false,
    mutationFn: async (input) => {
      try {
        const output = await write(input, { headers: { [IDEMPOTENCY_KEY]: keys.take(input) } });
        keys.settle(undefined);
        return output;
      } catch (error) {
        const problem = toProblem(error);
        keys.settle(problem);
        throw problem;
      }
    },
    onSuccess: async (output, input) => {
      await Promise.all(invalidates.map((queryKey) => queries.invalidateQueries({ queryKey })));
      await onSuccess?.(output, input);
    },
    onError: (problem, input) => onProblem?.(problem, input),
  });
}
