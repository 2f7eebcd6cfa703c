/** Changing what an item is, and putting it away or back. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useT } from "@/i18n/provider";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { AppForm, useAppForm, useRules } from "@/ui/form";
import { useNotify } from "@/ui/notify";
import type { Item } from "../queries";
import { type ItemChange, useChangeItem } from "../writes";
import { ItemFields, type ItemValues } from "./item-fields";

const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

const toChange = (values: ItemValues): ItemChange => ({
  code: values.code.trim(),
  name: values.name.trim(),
  name_en: orNull(values.name_en),
  description: values.description,
  description_en: orNull(values.description_en),
  unit: values.unit.trim(),
  tax_class: values.tax_class,
  category_id: values.category_id === "" ? null : values.category_id,
});

export function ItemBasics({ item, canEdit }: { item: Item; canEdit: boolean }) {
  const common = useT("common");
  const rules = useRules();
  const notify = useNotify();
  const change = useChangeItem(item, () => notify.done(common.state.saved));
  const form = useAppForm<ItemValues>({
    initialValues: {
      code: item.code,
      name: item.name,
      name_en: item.name_en ?? "",
      description: item.description,
      description_en: item.description_en ?? "",
      unit: item.unit,
      tax_class: item.tax_class,
      category_id: item.category_id ?? "",
    },
    validate: { name: rules.required, code: rules.required, unit: rules.required },
  });
  if (!canEdit) return <ItemFields form={form} disabled />;
  return (
    <AppForm form={form} write={change} toInput={toChange} submitLabel={common.act.save} aside={<PutAway item={item} />}>
      <ItemFields form={form} />
    </AppForm>
  );
}

function PutAway({ item }: { item: Item }) {
  const t = useT("company").catalog.putAway;
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const active = item.status === "active";
  const change = useChangeItem(item, () => notify.done(active ? t.done : t.backDone));
  return (
    <>
      <Button variant="default" c={active ? "var(--mantine-color-error)" : undefined} onClick={() => setAsking(true)}>
        {active ? t.action : t.back}
      </Button>
      <ConfirmAction
        opened={asking}
        onClose={() => setAsking(false)}
        title={active ? t.ask : t.askBack}
        confirmLabel={active ? t.action : t.back}
        danger={active}
        input={{ status: active ? "archived" : "active" }}
        write={change}
      >
        {active ? t.means : t.backMeans}
      </ConfirmAction>
    </>
  );
}
