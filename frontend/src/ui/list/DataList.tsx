/**
 * A list of anything: table or cards, filters, sort and pages kept in the address, and all its states.
 *
 *     const list = useList({ defaultSort: "-created_at" });
 *     const trades = useQuery({ queryKey: ["trade", "list", list.query], queryFn: …, placeholderData: keepPreviousData });
 *     <DataList label={t.trades} list={list} query={trades} rowKey={(row) => row.id} columns={[…]} filters={[…]} />
 */
import { Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { toProblem } from "@/api/problem";
import { useT } from "@/i18n/provider";
import { EmptyState, ProblemState } from "../states";
import { CardRows, TableRows } from "./rows";
import { Toolbar } from "./toolbar";
import type { Column, Filter, PageQuery, Selection } from "./types";
import type { List } from "./useList";

interface DataListProps<Row> {
  /** What the list is of; read out by a screen reader. */
  label: string;
  list: List;
  query: PageQuery<Row>;
  rowKey: (row: Row) => string;
  rowName?: (row: Row) => string;
  columns: readonly Column<Row>[];
  filters?: readonly Filter[];
  /** The orders in which the server has the list, where they are not a column's both ways; the first is its own. */
  orders?: readonly { value: string; label: string }[];
  /** What is said when there is nothing at all; with filters set, the list says so by itself. */
  empty?: { title?: string; body?: ReactNode; action?: ReactNode };
  /** Buttons of one row. */
  actions?: (row: Row) => ReactNode;
  selection?: Selection;
  /** Buttons for the ticked rows. */
  bulk?: ReactNode;
  /** Below this width rows become cards. */
  cardsBelow?: string;
}

export function DataList<Row>(props: DataListProps<Row>) {
  const { label, list, query, rowKey, rowName, columns, filters = [], orders = [], empty, actions, selection, bulk } = props;
  const t = useT("common").list;
  const narrow = useMediaQuery(`(max-width: ${props.cardsBelow ?? "48em"})`, false, { getInitialValueInEffect: false });
  const sorts = narrow
    ? columns.flatMap(({ sort, head }) =>
        sort === undefined
          ? []
          : [
              { value: sort, label: `${head} ${t.ascending}` },
              { value: `-${sort}`, label: `${head} ${t.descending}` },
            ],
      )
    : [];
  const Rows = narrow ? CardRows : TableRows;
  return (
    <div>
      <Toolbar list={list} filters={filters} sorts={sorts} orders={orders} selection={selection} bulk={bulk} />
      <Body list={list} query={query} empty={empty}>
        {(rows, stale) => (
          <Rows
            label={label}
            rows={rows}
            rowKey={rowKey}
            rowName={rowName}
            columns={columns}
            list={list}
            actions={actions}
            selection={selection}
            stale={stale}
          />
        )}
      </Body>
      <Pager list={list} next={query.data?.next ?? undefined} />
    </div>
  );
}

interface BodyProps<Row> {
  list: List;
  query: PageQuery<Row>;
  empty: DataListProps<Row>["empty"];
  children: (rows: readonly Row[], stale: boolean) => ReactNode;
}

function Body<Row>({ list, query, empty, children }: BodyProps<Row>) {
  const t = useT("common");
  if (query.error !== null && query.data === undefined) {
    return <ProblemState problem={toProblem(query.error)} onRetry={() => void query.refetch()} />;
  }
  if (query.data === undefined) return <ListSkeleton />;
  if (query.data.items.length > 0) return children(query.data.items, query.isPlaceholderData ?? false);
  if (Object.keys(list.filters).length === 0) return <EmptyState {...empty} />;
  return (
    <EmptyState
      title={t.state.filteredEmptyTitle}
      action={
        <Button variant="default" onClick={list.clearFilters}>
          {t.state.clearFilters}
        </Button>
      }
    />
  );
}

function ListSkeleton() {
  const t = useT("common").state;
  return (
    <Stack gap="xs" role="status" aria-label={t.loading} aria-busy>
      {Array.from({ length: 6 }, (_, index) => (
        <Skeleton key={index} height={44} radius="sm" />
      ))}
    </Stack>
  );
}

export function Pager({ list, next }: { list: List; next: string | undefined }) {
  const t = useT("common").list;
  const first = list.cursor === undefined;
  if (first && next === undefined) return null;
  return (
    <Group component="nav" aria-label={t.paging} justify="flex-end" gap="xs" mt="md">
      <Text size="sm" c="dimmed" className="figures">
        {t.page(list.back.length + 1)}
      </Text>
      <Button
        variant="default"
        disabled={first}
        leftSection={<IconChevronLeft size={16} aria-hidden />}
        onClick={list.goPrevious}
      >
        {t.previous}
      </Button>
      <Button
        variant="default"
        disabled={next === undefined}
        rightSection={<IconChevronRight size={16} aria-hidden />}
        onClick={() => next !== undefined && list.goNext(next)}
      >
        {t.next}
      </Button>
    </Group>
  );
}
