/** How much there is of everything, how much is promised, and what runs low. */
import { Button, Tabs, Text } from "@mantine/core";
import { useState } from "react";
import { useMay } from "@/api/permission";
import { StockDialog, type StockRow, useStock } from "@/features/stock";
import { usePick } from "@/i18n/pick";
import { useT } from "@/i18n/provider";
import { AnchorLink, ButtonLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { PageHeader } from "@/ui/PageHeader";
import { Badge } from "@/ui/StateBadge";

export function StockPage() {
  const t = useT("company").stock;
  const say = usePick();
  const may = useMay();
  const list = useList();
  const stock = useStock(list.query);
  const [open, setOpen] = useState<StockRow>();
  const canCount = may("stock_manage");
  const low = list.filters.low === "true";

  const columns: Column<StockRow>[] = [
    {
      key: "name",
      head: t.item,
      card: "title",
      cell: (row) => (
        <>
          <AnchorLink to="/company/stock/$id" params={{ id: row.variant_id }} search={{ name: `${row.name} · ${row.variant_name}` }} fw={600}>
            {say(row.name, row.name_en)} · {row.variant_name}
          </AnchorLink>
          <Text size="xs" c="dimmed">
            {row.sku}
          </Text>
        </>
      ),
    },
    { key: "on_hand", head: t.onHand, align: "end", cell: (row) => row.on_hand.toLocaleString() },
    { key: "reserved", head: t.reserved, align: "end", cell: (row) => row.reserved.toLocaleString() },
    {
      key: "available",
      head: t.available,
      align: "end",
      cell: (row) => (
        <>
          <Text component="span" fw={700} inherit>
            {row.available.toLocaleString()}
          </Text>{" "}
          {row.available <= 0 ? <Badge tone="danger">{t.out}</Badge> : row.available <= row.reorder_at && <Badge tone="caution">{t.low}</Badge>}
        </>
      ),
    },
    { key: "reorder", head: t.reorderAt, align: "end", cell: (row) => row.reorder_at.toLocaleString() },
  ];
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <Tabs value={low ? "low" : "all"} onChange={(value) => list.setFilter("low", value === "low" ? "true" : undefined)} mb="md">
        <Tabs.List>
          <Tabs.Tab value="all">{t.tabs.all}</Tabs.Tab>
          <Tabs.Tab value="low">{t.tabs.low}</Tabs.Tab>
        </Tabs.List>
      </Tabs>
      <DataList
        label={t.title}
        list={list}
        query={stock}
        rowKey={(row) => row.variant_id}
        columns={columns}
        filters={[{ kind: "search", name: "q", label: t.search }]}
        {...(canCount && {
          actions: (row: StockRow) => (
            <Button size="xs" variant="default" onClick={() => setOpen(row)} aria-label={`${row.name} ${row.variant_name} ${t.enter}`}>
              {t.enter}
            </Button>
          ),
        })}
        empty={{
          title: t.none,
          body: t.noneBody,
          action: (
            <ButtonLink to="/company/items/new" variant="default">
              {t.toItems}
            </ButtonLink>
          ),
        }}
      />
      {open !== undefined && <StockDialog row={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}
