/** A list's state as it stands in the address, and the ways to change it. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { change, type ListState, nextSort, readListState, type Search } from "@/lib/url-state";

export interface List extends ListState {
  /** What the API is asked: filters, sort, cursor and limit, ready for `params: { query }` and for the query key. */
  query: Record<string, string | number>;
  setFilter: (name: string, value: string | undefined) => void;
  clearFilters: () => void;
  toggleSort: (field: string) => void;
  setSort: (sort: string | undefined) => void;
  setTab: (tab: string) => void;
  goNext: (cursor: string) => void;
  goPrevious: () => void;
}

interface UseList {
  limit?: number;
  /** The order that the list has when the address names none. */
  defaultSort?: string;
  /** The name under which the API takes the tab, if it is a filter. */
  tabFilter?: string;
}

export function useList({ limit = 20, defaultSort, tabFilter }: UseList = {}): List {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();

  const go = useCallback(
    (next: (search: Search) => Search, replace = false) =>
      void navigate({ to: ".", search: (previous: Search) => next(previous), replace, resetScroll: false }),
    [navigate],
  );

  return useMemo(() => {
    const state = readListState(search);
    const sort = state.sort ?? defaultSort;
    const query: Record<string, string | number> = { ...state.filters, limit };
    if (sort !== undefined) query.sort = sort;
    if (state.cursor !== undefined) query.cursor = state.cursor;
    if (tabFilter !== undefined && state.tab !== undefined) query[tabFilter] = state.tab;
    return {
      ...state,
      sort,
      query,
      // Each keystroke of a filter is not a page of its own in the browser's history.
      setFilter: (name, value) => go((from) => change.filter(from, name, value), true),
      clearFilters: () => go(change.clear),
      toggleSort: (field) => go((from) => change.sort(from, nextSort(readListState(from).sort, field))),
      setSort: (value) => go((from) => change.sort(from, value)),
      setTab: (tab) => go((from) => change.tab(from, tab)),
      goNext: (cursor) => go((from) => change.next(from, cursor)),
      goPrevious: () => go(change.previous),
    };
  }, [search, limit, defaultSort, tabFilter, go]);
}
