/** The rows of a list: a table where there is room, cards where there is not. */
import { Checkbox, Group, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useT } from "@/i18n/provider";
import classes from "./DataList.module.css";
import type { Column, Selection } from "./types";
import type { List } from "./useList";

export interface RowsProps<Row> {
  label: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** What a row is called, for the tick box. */
  rowName?: ((row: Row) => string) | undefined;
  columns: readonly Column<Row>[];
  /** Left out where nothing can be sorted. */
  list?: List | undefined;
  actions?: ((row: Row) => ReactNode) | undefined;
  selection?: Selection | undefined;
  stale: boolean;
}

const toggle = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
};

function SortHead({ list, field, head }: { list: List; field: string; head: string }) {
  const t = useT("common").list;
  const direction = list.sort === field ? "up" : list.sort === `-${field}` ? "down" : undefined;
  const Icon = direction === "up" ? IconArrowUp : direction === "down" ? IconArrowDown : IconArrowsSort;
  return (
    <UnstyledButton className={classes.sort} onClick={() => list.toggleSort(field)} aria-label={t.sortAction(head)}>
      {head}
      <Icon size={14} aria-hidden opacity={direction === undefined ? 0.5 : 1} />
    </UnstyledButton>
  );
}

const ariaSort = (list: List | undefined, field: string | undefined) => {
  if (field === undefined || list === undefined) return undefined;
  if (list.sort === field) return "ascending";
  return list.sort === `-${field}` ? "descending" : "none";
};

export function TableRows<Row>(props: RowsProps<Row>) {
  const { label, rows, rowKey, rowName, columns, list, actions, selection, stale } = props;
  const t = useT("common");
  const keys = rows.map(rowKey);
  const all = selection !== undefined && keys.length > 0 && keys.every((key) => selection.ids.has(key));
  return (
    // A table wider than its frame is scrolled, by keyboard too.
    <div className={classes.frame} tabIndex={0} role="region" aria-label={label}>
      <table className={stale ? `${classes.table} ${classes.stale}` : classes.table}>
        <thead>
          <tr>
            {selection !== undefined && (
              <th scope="col">
                <Checkbox
                  aria-label={t.list.selectAll}
                  checked={all}
                  onChange={() => selection.set(all ? new Set() : new Set(keys))}
                />
              </th>
            )}
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={column.align === "end" ? classes.end : undefined}
                aria-sort={ariaSort(list, column.sort)}
              >
                {column.sort === undefined || list === undefined ? (
                  column.head
                ) : (
                  <SortHead list={list} field={column.sort} head={column.head} />
                )}
              </th>
            ))}
            {actions !== undefined && (
              <td>
                <span className="visually-hidden">{t.act.menu}</span>
              </td>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {selection !== undefined && (
                <td>
                  <Checkbox
                    aria-label={`${t.list.select} ${rowName?.(row) ?? rowKey(row)}`}
                    checked={selection.ids.has(rowKey(row))}
                    onChange={() => selection.set(toggle(selection.ids, rowKey(row)))}
                  />
                </td>
              )}
              {columns.map((column) => (
                <td key={column.key} className={column.align === "end" ? classes.end : column.card === "title" ? classes.title : undefined}>
                  {column.cell(row)}
                </td>
              ))}
              {actions !== undefined && <td className={classes.end}>{actions(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function CardRows<Row>(props: RowsProps<Row>) {
  const { label, rows, rowKey, rowName, columns, actions, selection, stale } = props;
  const t = useT("common");
  const titles = columns.filter((column) => column.card === "title");
  const lines = columns.filter((column) => column.card === undefined || column.card === "line");
  return (
    <ul className={stale ? `${classes.cards} ${classes.stale}` : classes.cards} aria-label={label}>
      {rows.map((row) => (
        <li key={rowKey(row)} className={classes.card}>
          <Group gap="sm">
            {selection !== undefined && (
              <Checkbox
                aria-label={`${t.list.select} ${rowName?.(row) ?? rowKey(row)}`}
                checked={selection.ids.has(rowKey(row))}
                onChange={() => selection.set(toggle(selection.ids, rowKey(row)))}
              />
            )}
            {titles.map((column) => (
              <div key={column.key}>{column.cell(row)}</div>
            ))}
          </Group>
          <dl className={classes.lines}>
            {lines.map((column) => {
              const content = column.cell(row);
              // A card names only what there is to say.
              if (content === null || content === undefined || content === false || content === "") return null;
              return (
                <div key={column.key} style={{ display: "contents" }}>
                  <dt>{column.head}</dt>
                  <dd>{content}</dd>
                </div>
              );
            })}
          </dl>
          {actions !== undefined && (
            <Group justify="flex-end" mt="sm">
              {actions(row)}
            </Group>
          )}
        </li>
      ))}
    </ul>
  );
}
