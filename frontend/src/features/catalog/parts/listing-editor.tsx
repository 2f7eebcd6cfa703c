/** A product of the own shop: its words, its category, and prices with what is left of each. */
import { SimpleGrid, Text, Textarea, TextInput } from "@mantine/core";
import { useT } from "@/i18n/provider";
import { usePick } from "@/i18n/pick";
import { marginOf } from "@/lib/margin";
import type { MoneyValue } from "@/lib/money";
import { AppForm, MoneyInput, useAppForm, useRules } from "@/ui/form";
import { type Column, PlainList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { useNotify } from "@/ui/notify";
import { Badge } from "@/ui/StateBadge";
import type { Listing, ListingVariant } from "../queries";
import { type ListingChange, useChangeListing } from "../writes";
import { CategorySelect } from "./category-select";

interface WordValues {
  [key: string]: unknown;
  title: string;
  title_en: string;
  description: string;
  description_en: string;
  category_id: string;
}

const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

export function ListingWords({ listing, canEdit }: { listing: Listing; canEdit: boolean }) {
  const t = useT("company").catalog;
  const common = useT("common");
  const rules = useRules();
  const notify = useNotify();
  const change = useChangeListing(listing, () => notify.done(common.state.saved));
  const form = useAppForm<WordValues>({
    initialValues: {
      title: listing.title,
      title_en: listing.title_en ?? "",
      description: listing.description,
      description_en: listing.description_en ?? "",
      category_id: listing.category_id ?? "",
    },
    validate: { title: rules.required },
  });
  const toChange = (values: WordValues): ListingChange => ({
    title: values.title.trim(),
    title_en: orNull(values.title_en),
    description: values.description,
    description_en: orNull(values.description_en),
    category_id: values.category_id === "" ? null : values.category_id,
  });
  const fields = (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput label={t.listing.title} required disabled={!canEdit} {...form.getInputProps("title")} key={form.key("title")} />
      <TextInput label={t.listing.titleEn} disabled={!canEdit} {...form.getInputProps("title_en")} key={form.key("title_en")} />
      <Textarea label={t.fields.description} autosize minRows={4} disabled={!canEdit} {...form.getInputProps("description")} key={form.key("description")} />
      <Textarea
        label={t.fields.descriptionEn}
        autosize
        minRows={4}
        disabled={!canEdit}
        {...form.getInputProps("description_en")}
        key={form.key("description_en")}
      />
      <CategorySelect of="shop" label={t.listing.category} {...form.getInputProps("category_id")} />
    </SimpleGrid>
  );
  if (!canEdit) return fields;
  return (
    <AppForm form={form} write={change} toInput={toChange} submitLabel={common.act.save}>
      {fields}
    </AppForm>
  );
}

interface PriceValues {
  [key: string]: unknown;
  prices: Record<string, MoneyValue | undefined>;
}

export function ListingPrices({ listing, canEdit }: { listing: Listing; canEdit: boolean }) {
  const t = useT("company").catalog.listing;
  const fields = useT("company").catalog.fields;
  const common = useT("common");
  const say = usePick();
  const notify = useNotify();
  const own = listing.contract === "own";
  const change = useChangeListing(listing, () => notify.done(common.state.saved));
  const form = useAppForm<PriceValues>({
    initialValues: { prices: Object.fromEntries(listing.variants.map(({ id, selling_price }) => [id, selling_price])) },
    validate: {
      prices: (prices) => (Object.values(prices).some((price) => price === undefined) ? common.form.money : null),
    },
  });
  const price = (variant: ListingVariant) => form.values.prices[variant.id] ?? variant.selling_price;
  // The rate of the company's own rule, so that a price shows what it earns before it is saved.
  const left = (variant: ListingVariant) => marginOf(price(variant), variant.supply_price, listing.fee_rate ?? "0");

  const columns: Column<ListingVariant>[] = [
    {
      key: "name",
      head: fields.variantName,
      card: "title",
      cell: (variant) => (
        <>
          <Text fw={600}>
            {say(variant.name, variant.name_en)} {variant.status === "ended" && <Badge>{t.variantEnded}</Badge>}
          </Text>
          <Text size="xs" c="dimmed">
            {variant.sku}
          </Text>
        </>
      ),
    },
    { key: "stock", head: t.available, align: "end", cell: (variant) => variant.available.toLocaleString() },
    { key: "list", head: fields.list, align: "end", cell: (variant) => <Money value={variant.list_price} /> },
    { key: "supply", head: fields.supply, align: "end", cell: (variant) => <Money value={variant.supply_price} /> },
    {
      key: "selling",
      head: fields.selling,
      align: "end",
      cell: (variant) =>
        canEdit && variant.status !== "ended" ? (
          <MoneyInput
            aria-label={`${variant.name} ${fields.selling}`}
            maw={160}
            ms="auto"
            value={form.values.prices[variant.id]}
            onChange={(value) => form.setFieldValue(`prices.${variant.id}`, value)}
            error={price(variant).minor < variant.price_floor.minor ? t.belowFloor : undefined}
          />
        ) : (
          <Money value={variant.selling_price} fw={600} />
        ),
    },
    {
      key: "margin",
      head: own ? t.overSupply : t.margin,
      align: "end",
      cell: (variant) => {
        const { fee, margin } = left(variant);
        const loss = !own && margin.minor < 0;
        return (
          <>
            <Money value={margin} fw={600} c={loss ? "var(--tone-danger-fg)" : undefined} />
            {loss && (
              <Text size="xs" c="var(--tone-danger-fg)">
                {t.loss}
              </Text>
            )}
            <Text size="xs" c="dimmed">
              {t.fee} <Money value={fee} />
            </Text>
          </>
        );
      },
    },
  ];
  const loses = !own && listing.variants.some((variant) => variant.status !== "ended" && left(variant).margin.minor < 0);
  const list = <PlainList label={t.prices} rows={listing.variants} rowKey={(variant) => variant.id} columns={columns} />;
  if (!canEdit) return list;

  const toChange = ({ prices }: PriceValues): ListingChange => ({
    variants: listing.variants.flatMap((variant) => {
      const asked = prices[variant.id];
      return asked === undefined || asked.minor === variant.selling_price.minor ? [] : [{ id: variant.id, selling_price: asked }];
    }),
  });
  return (
    <AppForm form={form} write={change} toInput={toChange} submitLabel={t.savePrices}>
      <Text size="sm" c="dimmed">
        {own ? t.pricesOwn : t.pricesOffered}
      </Text>
      {list}
      {loses && (
        <Text size="sm" c="var(--tone-danger-fg)" role="status">
          {t.lossBody}
        </Text>
      )}
    </AppForm>
  );
}
