import type { ReactNode } from "react";

export interface Column<Row> {
  key: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** The API's name of the field to sort by. */
  sort?: string;
  /** Amounts and counts stand at the end. */
  align?: "start" | "end";
  /** On a card: the title, a line with its name (the default), or left out. */
  card?: "title" | "line" | "hidden";
}

export type Filter =
  | { kind: "search"; name: string; label: string }
  | { kind: "select"; name: string; label: string; options: readonly { value: string; label: string }[] };

/** A page of a list, as the API sends it. */
export interface Page<Row> {
  items: readonly Row[];
  next?: string | null | undefined;
}

export interface PageQuery<Row> {
  data: Page<Row> | undefined;
  error: Error | null;
  isPending: boolean;
  isFetching: boolean;
  /** Whether these are still the rows of the page before. */
  isPlaceholderData?: boolean;
  refetch: () => unknown;
}

export interface Selection {
  ids: ReadonlySet<string>;
  set: (ids: ReadonlySet<string>) => void;
}
