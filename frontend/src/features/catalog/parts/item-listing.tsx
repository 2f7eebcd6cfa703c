/** Showing an own item in the own shop: making its listing, and how it stands. */
import { Group, Stack, Text, TextInput } from "@mantine/core";
import { useT } from "@/i18n/provider";
import { AppForm, useAppForm } from "@/ui/form";
import { ButtonLink } from "@/ui/links";
import { useNotify } from "@/ui/notify";
import { type Item, type Listing, useItemCategories } from "../queries";
import { useListItem } from "../writes";
import { CategorySelect } from "./category-select";
import { ListingBadge } from "./listing-badge";

interface ItemListingProps {
  item: Item;
  canEdit: boolean;
  onListed: (listing: Listing) => void;
}

export function ItemListing({ item, canEdit, onListed }: ItemListingProps) {
  const t = useT("company").catalog.listing;
  if (item.listing_id !== undefined && item.listing_status !== "ended") {
    return (
      <Group>
        <ListingBadge status={item.listing_status ?? "draft"} />
        <ButtonLink to="/company/listings/$id" params={{ id: item.listing_id }} variant="default">
          {t.open}
        </ButtonLink>
      </Group>
    );
  }
  if (!canEdit) return <Text c="dimmed">{t.none}</Text>;
  return <NewListing item={item} onListed={onListed} />;
}

function NewListing({ item, onListed }: Omit<ItemListingProps, "canEdit">) {
  const t = useT("company").catalog.listing;
  const notify = useNotify();
  const categories = useItemCategories();
  const matched = categories.data?.items.find(({ id }) => id === item.category_id)?.shop_category_id;
  const create = useListItem(item.id, (listing) => {
    notify.done(t.made);
    onListed(listing);
  });
  const form = useAppForm({
    initialValues: { category_id: "", slug: "" },
    validate: { slug: (slug) => (slug === "" || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) ? null : t.slugRule) },
  });
  return (
    <Stack maw={560}>
      <Text>{t.intro}</Text>
      <AppForm
        form={form}
        write={create}
        toInput={({ category_id, slug }) => ({ ...(category_id === "" ? {} : { category_id }), ...(slug === "" ? {} : { slug }) })}
        submitLabel={t.make}
      >
        <CategorySelect
          of="shop"
          label={t.category}
          description={matched === undefined ? t.categoryHint : t.categoryMatched}
          none={matched === undefined ? undefined : t.matched}
          {...form.getInputProps("category_id")}
        />
        <TextInput label={t.slug} description={t.slugHint} maxLength={80} {...form.getInputProps("slug")} key={form.key("slug")} />
      </AppForm>
    </Stack>
  );
}
