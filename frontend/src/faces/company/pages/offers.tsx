/** What other companies offer to sell in the own shop. */
import { Tabs, Text } from "@mantine/core";
import { type OfferRow, useOffers } from "@/features/supply";
import { usePick } from "@/i18n/pick";
import { useT } from "@/i18n/provider";
import { AnchorLink, ButtonLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { Badge } from "@/ui/StateBadge";
import { Thumb } from "../parts/thumb";

export function OffersPage() {
  const t = useT("company").supply;
  const common = useT("common");
  const say = usePick();
  const list = useList({ tabFilter: "listed" });
  const offers = useOffers(list.query);

  const columns: Column<OfferRow>[] = [
    {
      key: "name",
      head: t.one,
      card: "title",
      cell: (row) => (
        <Thumb url={row.picture_url}>
          <AnchorLink to="/company/supply-offers/$id" params={{ id: row.registered_item_id }} fw={600}>
            {say(row.name, row.name_en)}
          </AnchorLink>
          <Text size="xs" c="dimmed">
            {common.trade.contract[row.contract]}
          </Text>
        </Thumb>
      ),
    },
    {
      key: "supplier",
      head: common.actor.supplier,
      cell: (row) => (
        <AnchorLink to="/company/supply-offers" search={{ supplier_id: row.supplier.id }} c="inherit">
          {row.supplier.name}
        </AnchorLink>
      ),
    },
    { key: "quantity", head: t.quantity, cell: (row) => t.range(row.min_quantity, row.max_quantity) },
    { key: "list", head: t.listPrice, align: "end", cell: (row) => <Money value={row.list_from} c="dimmed" /> },
    { key: "supply", head: t.supplyPrice, align: "end", cell: (row) => <Money value={row.supply_from} fw={600} /> },
    { key: "listed", head: t.inMyShop, cell: (row) => row.listed && <Badge tone="positive">{t.listed}</Badge> },
  ];
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <Tabs value={list.tab ?? "all"} onChange={(value) => list.setTab(value === "all" ? "" : (value ?? ""))} mb="md">
        <Tabs.List>
          <Tabs.Tab value="all">{t.tabs.all}</Tabs.Tab>
          <Tabs.Tab value="false">{t.tabs.open}</Tabs.Tab>
          <Tabs.Tab value="true">{t.tabs.listed}</Tabs.Tab>
        </Tabs.List>
      </Tabs>
      <DataList
        label={t.title}
        list={list}
        query={offers}
        rowKey={(row) => row.registered_item_id}
        columns={columns}
        filters={[{ kind: "search", name: "q", label: t.search }]}
        actions={(row) => (
          <ButtonLink
            to="/company/supply-offers/$id"
            params={{ id: row.registered_item_id }}
            size="xs"
            variant={row.listed ? "default" : "light"}
            aria-label={`${row.name} ${row.listed ? t.see : t.list}`}
          >
            {row.listed ? t.see : t.list}
          </ButtonLink>
        )}
        empty={{ title: t.none, body: t.noneBody }}
      />
    </>
  );
}
