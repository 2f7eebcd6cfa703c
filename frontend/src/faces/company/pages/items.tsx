/** The items that the company has: what sales management counts. */
import { Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMay } from "@/api/permission";
import { type ItemRow, ListingBadge, useCategoryOptions, useItems } from "@/features/catalog";
import { usePick } from "@/i18n/pick";
import { useT } from "@/i18n/provider";
import { AnchorLink, ButtonLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { Badge } from "@/ui/StateBadge";
import { Thumb } from "../parts/thumb";

export function ItemsPage() {
  const t = useT("company").catalog;
  const common = useT("common");
  const say = usePick();
  const may = useMay();
  const list = useList({ defaultSort: "name" });
  const items = useItems(list.query);
  const categories = useCategoryOptions("item");
  const categoryName = (id: string | undefined) => categories.find(({ value }) => value === id)?.label.trim();

  const columns: Column<ItemRow>[] = [
    {
      key: "name",
      head: t.item,
      card: "title",
      cell: (row) => (
        <Thumb url={row.picture_url}>
          <AnchorLink to="/company/items/$id" params={{ id: row.id }} fw={600}>
            {say(row.name, row.name_en)}
          </AnchorLink>
          <Text size="xs" c="dimmed">
            {[row.code, categoryName(row.category_id)].filter(Boolean).join(" · ")}
          </Text>
        </Thumb>
      ),
    },
    { key: "variants", head: t.variants, align: "end", cell: (row) => t.variantCount(row.variants) },
    { key: "unit", head: t.fields.unit, cell: (row) => `${common.trade.lines.unit(row.unit)} · ${common.trade.taxClass[row.tax_class]}` },
    { key: "price", head: t.fields.selling, align: "end", cell: (row) => row.selling_from && <Money value={row.selling_from} fw={600} /> },
    { key: "listing", head: t.listing.one, cell: (row) => row.listing_status && <ListingBadge status={row.listing_status} /> },
    { key: "offer", head: t.offer.one, cell: (row) => row.offer_status === "active" && <Badge tone="brand">{t.offer.on}</Badge> },
  ];
  const add = may("catalog_manage") && (
    <ButtonLink to="/company/items/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t.newItem}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t.items} intro={t.itemsIntro} actions={add || undefined} />
      <DataList
        label={t.items}
        list={list}
        query={items}
        rowKey={(row) => row.id}
        columns={columns}
        filters={[
          { kind: "search", name: "q", label: t.search },
          { kind: "select", name: "category_id", label: t.fields.category, options: categories },
          {
            kind: "select",
            name: "status",
            label: t.status,
            options: [
              { value: "active", label: t.active },
              { value: "archived", label: t.archived },
            ],
          },
        ]}
        orders={[
          { value: "name", label: t.sort.name },
          { value: "-updated_at", label: t.sort.updated },
        ]}
        empty={{ title: t.none, body: t.noneBody, action: add || undefined }}
      />
    </>
  );
}
