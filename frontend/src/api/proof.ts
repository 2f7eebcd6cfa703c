/**
 * Some calls ask a person to prove once more that it is them. Owns the question and its outcome; the dialog that asks
 * belongs to identity. While no dialog is there to ask, the answer is no, and the call fails as it would have.
 */
import { useSyncExternalStore } from "react";

let asked: { answer: Promise<boolean>; settle: (proven: boolean) => void } | undefined;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Asks; calls that ask while the question stands get the same outcome. */
export function askProof(): Promise<boolean> {
  if (listeners.size === 0) return Promise.resolve(false);
  if (asked !== undefined) return asked.answer;
  let settle: (proven: boolean) => void = () => undefined;
  const answer = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  asked = { answer, settle };
  tell();
  return answer;
}

/** The person has proven it, or would rather not. */
export function settleProof(proven: boolean): void {
  const question = asked;
  asked = undefined;
  question?.settle(proven);
  tell();
}

/** Called when the question is asked, and when it is settled. */
export function subscribeProof(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useProofAsked(): boolean {
  return useSyncExternalStore(subscribeProof, () => asked !== undefined);
}
