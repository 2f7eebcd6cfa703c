/**
 * What the browser keeps for a person between visits: carts, drafts, the keys of a guest's orders.
 * Owns reading and writing it; refuses to fail when storage is closed or holds something else.
 */

type Where = "local" | "session";

const PREFIX = "madang.";
const storage = (where: Where): Storage => (where === "local" ? localStorage : sessionStorage);

export function kept(key: string, where: Where = "local"): unknown {
  try {
    const text = storage(where).getItem(PREFIX + key);
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

export function keep(key: string, value: unknown, where: Where = "local"): void {
  try {
    storage(where).setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Full or closed: then it lasts as long as the page.
  }
}

export function forget(key: string, where: Where = "local"): void {
  try {
    storage(where).removeItem(PREFIX + key);
  } catch {
    // Nothing was kept, so nothing has to go.
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Lays what was kept over the empty form, field by field, and only where it is of the same kind. */
export function restored<Values extends object>(empty: Values, found: unknown): Values {
  if (!isRecord(found)) return empty;
  const result = { ...empty } as Record<string, unknown>;
  for (const [name, start] of Object.entries(empty)) {
    const value = found[name];
    if (Array.isArray(start)) {
      if (Array.isArray(value) && value.every((each) => typeof each === "string")) result[name] = value;
    } else if (isRecord(start)) {
      result[name] = restored(start, value);
    } else if (typeof value === typeof start) {
      result[name] = value;
    }
  }
  return result as Values;
}
