/** Tabs of lists, as what the API is asked. */

type Query = Record<string, string | number>;

/** Trades: those that wait for this company, all, or those in one of its two roles. */
export function tradesQuery(query: Query, tab: string): Query {
  if (tab === "mine") return { ...query, waiting: "me" };
  return tab === "seller" || tab === "supplier" ? { ...query, role: tab } : query;
}

/** Purchase orders are read on one side at a time. */
export function directionQuery(query: Query, tab: string): Query {
  return { ...query, direction: tab === "given" ? "given" : "received" };
}

/** What stands in the address for the reader alone is not asked of the API, which refuses what it does not know. */
export function without(query: Query, ...names: string[]): Query {
  return Object.fromEntries(Object.entries(query).filter(([name]) => !names.includes(name)));
}
