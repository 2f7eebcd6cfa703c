/**
 * What every call says about itself beside who sends it: the language to answer in,
 * and for a member of several companies, which one it acts for.
 */

import { useSyncExternalStore } from "react";

const COMPANY = "madang.company";

let locale = "ko";
let company: string | undefined;
const listeners = new Set<() => void>();

export const callLocale = (): string => locale;
export function setCallLocale(next: string): void {
  locale = next;
}

export const currentCompany = (): string | undefined => company;

/** Chooses the company that the workspace works for and remembers it for the next visit. */
export function chooseCompany(id: string | undefined): void {
  company = id;
  try {
    if (id !== undefined) localStorage.setItem(COMPANY, id);
  } catch {
    // Without storage the choice lasts until the page is left.
  }
  for (const listener of listeners) listener();
}

/** The company worked for last time, if the account still belongs to it; else its first one. */
export function rememberedCompany(ids: readonly string[]): string | undefined {
  let last: string | null = null;
  try {
    last = localStorage.getItem(COMPANY);
  } catch {
    // Without storage the first company is as good as any.
  }
  return last !== null && ids.includes(last) ? last : ids[0];
}

export function subscribeCompany(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The company worked for, chosen among those given before anything below is rendered and asks the server. */
export function useCompany(ids: readonly string[]): string {
  const chosen = useSyncExternalStore(subscribeCompany, currentCompany);
  if (chosen !== undefined && ids.includes(chosen)) return chosen;
  const fallback = rememberedCompany(ids) ?? "";
  company = fallback;
  return fallback;
}
