/** Tabs of lists, as what the API is asked: each tab is a filter, and "all" is none. */

type Query = Record<string, string | number>;

export const ALL = "all";

export function tabbed(query: Query, filter: string, tab: string): Query {
  return tab === ALL ? query : { ...query, [filter]: tab };
}
