/** How the stock of one option came to be what it is. */
import { useParams, useSearch } from "@tanstack/react-router";
import { type StockMove, useMoves } from "@/features/stock";
import { useT } from "@/i18n/provider";
import { AnchorLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { PageHeader } from "@/ui/PageHeader";
import { When } from "@/ui/When";
import { without } from "../model/tabs";

export function StockMovesPage() {
  const t = useT("company").stock;
  const kinds: Partial<Record<string, string>> = t.kinds;
  const { id } = useParams({ strict: false }) as { id: string };
  const { name } = useSearch({ strict: false }) as { name?: string };
  const list = useList();
  const moves = useMoves(id, without(list.query, "name"));

  const columns: Column<StockMove>[] = [
    { key: "at", head: t.at, card: "title", cell: (row) => <When at={row.at} /> },
    { key: "kind", head: t.kind, cell: (row) => kinds[row.kind] ?? row.kind },
    {
      key: "quantity",
      head: t.change,
      align: "end",
      cell: (row) => <span className="figures">{row.quantity > 0 ? `+${row.quantity.toLocaleString()}` : row.quantity.toLocaleString()}</span>,
    },
    { key: "after", head: t.after, align: "end", cell: (row) => row.on_hand.toLocaleString() },
    { key: "reason", head: t.reason, cell: (row) => row.reason },
    {
      key: "trade",
      head: t.trade,
      cell: (row) =>
        row.trade_id !== undefined && (
          <AnchorLink to="/company/trades/$id" params={{ id: row.trade_id }}>
            {t.toTrade}
          </AnchorLink>
        ),
    },
  ];
  return (
    <>
      <PageHeader title={name ?? t.moves} intro={name === undefined ? undefined : t.moves} crumbs={[{ label: t.title, to: "/company/stock" }]} />
      <DataList
        label={t.moves}
        list={list}
        query={moves}
        rowKey={(row) => row.id}
        columns={columns}
        filters={[
          {
            kind: "select",
            name: "kind",
            label: t.kind,
            options: Object.entries(t.kinds).map(([value, label]) => ({ value, label })),
          },
        ]}
        empty={{ title: t.noMoves }}
      />
    </>
  );
}
