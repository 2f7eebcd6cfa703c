/** What the own shop shows: own items and those of suppliers. */
import { Text } from "@mantine/core";
import { useMay } from "@/api/permission";
import { ListingBadge, type ListingRow, PublishButton, useCategoryOptions, useListings } from "@/features/catalog";
import { usePick } from "@/i18n/pick";
import { useT } from "@/i18n/provider";
import { AnchorLink, ButtonLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { Badge } from "@/ui/StateBadge";
import { Thumb } from "../parts/thumb";

export function ListingsPage() {
  const t = useT("company").catalog.listing;
  const catalog = useT("company").catalog;
  const common = useT("common");
  const say = usePick();
  const may = useMay();
  const list = useList({ defaultSort: "-updated_at" });
  const listings = useListings(list.query);
  const categories = useCategoryOptions("shop");

  const columns: Column<ListingRow>[] = [
    {
      key: "title",
      head: t.one,
      card: "title",
      cell: (row) => (
        <Thumb url={row.picture_url}>
          <AnchorLink to="/company/listings/$id" params={{ id: row.id }} fw={600}>
            {say(row.title, row.title_en)}
          </AnchorLink>
          <Text size="xs" c="dimmed">
            {common.trade.contract[row.contract]}
          </Text>
        </Thumb>
      ),
    },
    {
      key: "status",
      head: catalog.status,
      cell: (row) => (
        <>
          <ListingBadge status={row.status} /> {row.loss && <Badge tone="danger">{t.loss}</Badge>}
        </>
      ),
    },
    { key: "available", head: t.available, align: "end", cell: (row) => row.available.toLocaleString() },
    { key: "sold", head: t.sold, align: "end", cell: (row) => row.sold.toLocaleString() },
    { key: "price", head: catalog.fields.selling, align: "end", cell: (row) => <Money value={row.price_from} fw={600} /> },
  ];
  const canEdit = may("catalog_manage");
  return (
    <>
      <PageHeader title={t.all} intro={t.allIntro} />
      <DataList
        label={t.all}
        list={list}
        query={listings}
        rowKey={(row) => row.id}
        columns={columns}
        filters={[
          { kind: "search", name: "q", label: t.search },
          {
            kind: "select",
            name: "status",
            label: catalog.status,
            options: Object.entries(t.status).map(([value, label]) => ({ value, label })),
          },
          {
            kind: "select",
            name: "contract",
            label: common.trade.contractLabel,
            options: Object.entries(common.trade.contract).map(([value, label]) => ({ value, label })),
          },
          { kind: "select", name: "category_id", label: t.category, options: categories },
        ]}
        orders={[
          { value: "-updated_at", label: catalog.sort.updated },
          { value: "title", label: catalog.sort.name },
          { value: "-sold", label: t.sortSold },
          { value: "price", label: t.sortPrice },
        ]}
        {...(canEdit && { actions: (row: ListingRow) => <PublishButton listing={row} size="xs" /> })}
        empty={{
          title: t.noneAtAll,
          body: t.noneBody,
          action: (
            <ButtonLink to="/company/items" variant="default">
              {catalog.items}
            </ButtonLink>
          ),
        }}
      />
    </>
  );
}
