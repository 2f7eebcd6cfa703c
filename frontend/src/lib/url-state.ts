/**
 * The state of a list (filters, sort, page cursor, tab) as it stands in the URL.
 * Owns reading and writing that state; keeps values plain strings so that a link is readable.
 *
 * Cursor paging only knows "next"; the way back is kept in the URL too, as the cursors of the pages before.
 */

export interface ListState {
  /** Filters by name; an absent one does not filter. */
  filters: Readonly<Record<string, string>>;
  /** A field, with a leading minus for descending. */
  sort: string | undefined;
  /** The cursor of the page shown; undefined on the first. */
  cursor: string | undefined;
  /** Cursors of the pages before this one, the first page as a dot. */
  back: readonly string[];
  tab: string | undefined;
}

export type Search = Readonly<Record<string, unknown>>;

const RESERVED = new Set(["sort", "cursor", "back", "tab"]);
/** Stands for the first page, which has no cursor; a dot is no character of a cursor. */
const FIRST = ".";
/** A way back longer than this is cut at its far end, so that an address stays a sane length. */
const MAX_BACK = 20;

const text = (value: unknown): string | undefined => {
  if (typeof value === "string") return value === "" ? undefined : value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
};

export function readListState(search: Search): ListState {
  const filters: Record<string, string> = {};
  for (const [name, value] of Object.entries(search)) {
    const plain = text(value);
    if (!RESERVED.has(name) && plain !== undefined) filters[name] = plain;
  }
  const back = typeof search.back === "string" ? search.back.split("~") : [];
  return { filters, sort: text(search.sort), cursor: text(search.cursor), back, tab: text(search.tab) };
}

const page = (cursor: string | undefined, back: readonly string[]) => ({
  cursor: cursor === FIRST ? undefined : cursor,
  back: back.length === 0 ? undefined : back.slice(-MAX_BACK).join("~"),
});

/** Each change yields the new search; all but paging start again at the first page. */
export const change = {
  filter: (search: Search, name: string, value: string | undefined): Search => ({
    ...search,
    ...page(undefined, []),
    [name]: value === "" ? undefined : value,
  }),
  clear: (search: Search): Search => ({ sort: search.sort, tab: search.tab }),
  sort: (search: Search, sort: string | undefined): Search => ({ ...search, ...page(undefined, []), sort }),
  tab: (_search: Search, tab: string): Search => ({ tab }),
  next: (search: Search, next: string): Search => {
    const { cursor, back } = readListState(search);
    return { ...search, ...page(next, [...back, cursor ?? FIRST]) };
  },
  previous: (search: Search): Search => {
    const { back } = readListState(search);
    return { ...search, ...page(back.at(-1), back.slice(0, -1)) };
  },
};

/** A click on a column head: ascending, descending, and back to the list's own order. */
export function nextSort(current: string | undefined, field: string): string | undefined {
  if (current === field) return `-${field}`;
  return current === `-${field}` ? undefined : field;
}
