/** A new item with its options and prices, on one page. */
import { Button, Group } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useT } from "@/i18n/provider";
import { AppForm, useAppForm, useRules } from "@/ui/form";
import { Panel } from "@/ui/Panel";
import type { Item } from "../queries";
import { type NewItem, useCreateItem } from "../writes";
import { ItemFields, type ItemValues } from "./item-fields";
import { emptyVariant, variantBody, VariantFields, type VariantValues } from "./variant-fields";

interface Values extends ItemValues {
  variants: VariantValues[];
}

const toBody = (values: Values): NewItem => ({
  code: values.code.trim(),
  name: values.name.trim(),
  ...(values.name_en.trim() === "" ? {} : { name_en: values.name_en.trim() }),
  description: values.description,
  ...(values.description_en.trim() === "" ? {} : { description_en: values.description_en }),
  unit: values.unit.trim(),
  tax_class: values.tax_class,
  ...(values.category_id === "" ? {} : { category_id: values.category_id }),
  variants: values.variants.map(variantBody),
});

export function NewItemForm({ onCreated }: { onCreated: (item: Item) => void }) {
  const t = useT("company").catalog;
  const rules = useRules();
  const create = useCreateItem(onCreated);
  const form = useAppForm<Values>({
    initialValues: {
      code: "",
      name: "",
      name_en: "",
      description: "",
      description_en: "",
      unit: "개",
      tax_class: "taxable",
      category_id: "",
      variants: [emptyVariant()],
    },
    validate: {
      name: rules.required,
      code: rules.required,
      unit: rules.required,
      variants: {
        name: rules.required,
        sku: rules.required,
        list_price: rules.required,
        selling_price: rules.required,
        supply_price: rules.required,
      },
    },
  });
  return (
    <AppForm form={form} write={create} toInput={toBody} submitLabel={t.create}>
      <Panel title={t.basics}>
        <ItemFields form={form} />
      </Panel>
      {form.values.variants.map((variant, index) => (
        <Panel
          key={index}
          title={t.variantNumber(index + 1)}
          action={
            form.values.variants.length > 1 && (
              <Button variant="subtle" color="danger" size="xs" onClick={() => form.removeListItem("variants", index)}>
                {t.removeVariant}
              </Button>
            )
          }
        >
          <VariantFields form={form} path={`variants.${index}.`} values={variant} />
        </Panel>
      ))}
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={form.values.variants.length >= 100}
          onClick={() => form.insertListItem("variants", emptyVariant())}
        >
          {t.addVariant}
        </Button>
      </Group>
    </AppForm>
  );
}
