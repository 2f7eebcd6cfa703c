/** One option of an item: its number, its three prices and what is on hand from the start. */
import { NumberInput, SimpleGrid, Text, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useT } from "@/i18n/provider";
import type { MoneyValue } from "@/lib/money";
import { MoneyInput } from "@/ui/form";
import type { NewVariant } from "../writes";

export interface VariantValues {
  [key: string]: unknown;
  sku: string;
  barcode: string;
  name: string;
  name_en: string;
  list_price: MoneyValue | undefined;
  selling_price: MoneyValue | undefined;
  supply_price: MoneyValue | undefined;
  opening_stock: number | string;
}

export const emptyVariant = (): VariantValues => ({
  sku: "",
  barcode: "",
  name: "",
  name_en: "",
  list_price: undefined,
  selling_price: undefined,
  supply_price: undefined,
  opening_stock: "",
});

const ZERO: MoneyValue = { minor: 0, currency: "KRW" };

/** Only what was filled in is sent. */
export function variantBody(values: VariantValues): NewVariant {
  const text = (name: "barcode" | "name_en") => (values[name].trim() === "" ? {} : { [name]: values[name].trim() });
  return {
    sku: values.sku.trim(),
    name: values.name.trim(),
    ...text("barcode"),
    ...text("name_en"),
    list_price: values.list_price ?? ZERO,
    selling_price: values.selling_price ?? ZERO,
    supply_price: values.supply_price ?? ZERO,
    ...(values.opening_stock === "" ? {} : { opening_stock: Number(values.opening_stock) }),
  };
}

interface VariantFieldsProps<Values> {
  form: UseFormReturnType<Values>;
  /** Where the option lies in the form: "variants.0." or nothing. */
  path: string;
  values: VariantValues;
}

export function VariantFields<Values>({ form: given, path, values }: VariantFieldsProps<Values>) {
  const t = useT("company").catalog.fields;
  const form = given as unknown as UseFormReturnType<Record<string, unknown>>;
  const at = (name: string) => ({ ...form.getInputProps(path + name), key: form.key(path + name) });
  const { key: skuKey, ...sku } = at("sku");
  const { key: nameKey, ...name } = at("name");
  const { key: nameEnKey, ...nameEn } = at("name_en");
  const { key: barcodeKey, ...barcode } = at("barcode");
  const { key: listKey, ...list } = at("list_price");
  const { key: sellingKey, ...selling } = at("selling_price");
  const { key: supplyKey, ...supply } = at("supply_price");
  const { key: stockKey, ...stock } = at("opening_stock");
  const below =
    values.selling_price !== undefined && values.supply_price !== undefined && values.selling_price.minor < values.supply_price.minor;
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
        <TextInput key={nameKey} label={t.variantName} placeholder={t.variantNameHint} required maxLength={200} {...name} />
        <TextInput key={nameEnKey} label={t.nameEn} maxLength={200} {...nameEn} />
        <TextInput key={skuKey} label="SKU" required maxLength={64} {...sku} />
        <TextInput key={barcodeKey} label={t.barcode} maxLength={64} inputMode="numeric" {...barcode} />
        <MoneyInput key={listKey} label={t.list} required {...list} />
        <MoneyInput key={sellingKey} label={t.selling} required {...selling} />
        <MoneyInput key={supplyKey} label={t.supply} required {...supply} />
        <NumberInput key={stockKey} label={t.openingStock} min={0} max={1_000_000} allowDecimal={false} allowNegative={false} {...stock} />
      </SimpleGrid>
      {below && (
        <Text size="sm" c="var(--tone-danger-fg)" role="status" mt="xs">
          {t.belowSupply}
        </Text>
      )}
    </>
  );
}
