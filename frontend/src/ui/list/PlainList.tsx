/** A short list that is there as a whole: the lines of a case, no filters and no pages. */
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { CardRows, TableRows } from "./rows";
import type { Column } from "./types";

interface PlainListProps<Row> {
  label: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  columns: readonly Column<Row>[];
  actions?: (row: Row) => ReactNode;
}

export function PlainList<Row>({ label, rows, rowKey, columns, actions }: PlainListProps<Row>) {
  const narrow = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const Rows = narrow ? CardRows : TableRows;
  return <Rows label={label} rows={rows} rowKey={rowKey} columns={columns} actions={actions} stale={false} />;
}
