/** What an item is: the fields that making and changing one share. */
import { NativeSelect, SimpleGrid, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useT } from "@/i18n/provider";
import { CategorySelect } from "./category-select";

export interface ItemValues {
  [key: string]: unknown;
  code: string;
  name: string;
  name_en: string;
  description: string;
  description_en: string;
  unit: string;
  tax_class: "taxable" | "zero_rated" | "exempt";
  category_id: string;
}

const UNITS = ["개", "봉", "박스", "kg", "g", "L", "세트"];

export function ItemFields<Values extends ItemValues>({ form: given, disabled = false }: { form: UseFormReturnType<Values>; disabled?: boolean }) {
  const t = useT("company").catalog.fields;
  const taxes = useT("common").trade.taxClass;
  // The form may have more fields than these; paths of these are the same in it.
  const form = given as unknown as UseFormReturnType<ItemValues>;
  return (
    <fieldset disabled={disabled} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextInput label={t.name} required maxLength={200} {...form.getInputProps("name")} key={form.key("name")} />
        <TextInput label={t.nameEn} maxLength={200} {...form.getInputProps("name_en")} key={form.key("name_en")} />
        <TextInput label={t.code} description={t.codeHint} required maxLength={64} {...form.getInputProps("code")} key={form.key("code")} />
        <CategorySelect of="item" label={t.category} description={t.categoryHint} {...form.getInputProps("category_id")} />
        <TextInput label={t.unit} required maxLength={20} list="item-units" {...form.getInputProps("unit")} key={form.key("unit")} />
        <datalist id="item-units">
          {UNITS.map((unit) => (
            <option key={unit} value={unit} />
          ))}
        </datalist>
        <NativeSelect
          label={t.taxClass}
          {...form.getInputProps("tax_class")}
          key={form.key("tax_class")}
          data={Object.entries(taxes).map(([value, label]) => ({ value, label }))}
        />
        <Textarea label={t.description} autosize minRows={4} maxLength={20_000} {...form.getInputProps("description")} key={form.key("description")} />
        <Textarea
          label={t.descriptionEn}
          autosize
          minRows={4}
          maxLength={20_000}
          {...form.getInputProps("description_en")}
          key={form.key("description_en")}
        />
      </SimpleGrid>
    </fieldset>
  );
}
