/** The options of an item with the prices of this moment; each can be renamed, priced anew and put away. */
import { Button, Group, Modal, Text, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useT } from "@/i18n/provider";
import { usePick } from "@/i18n/pick";
import { AppForm, useAppForm, useRules } from "@/ui/form";
import { type Column, PlainList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { useNotify } from "@/ui/notify";
import { Badge } from "@/ui/StateBadge";
import type { Item, PriceKind, Variant } from "../queries";
import { useAddVariant, useChangeVariant, type VariantChange } from "../writes";
import { PriceDialog } from "./price-dialog";
import { emptyVariant, variantBody, VariantFields, type VariantValues } from "./variant-fields";

interface ItemVariantsProps {
  item: Item;
  canEdit: boolean;
  canPrice: boolean;
  zone: string;
}

type Open = { kind: "add" } | { kind: "edit" | "prices"; id: string };

export function ItemVariants({ item, canEdit, canPrice, zone }: ItemVariantsProps) {
  const t = useT("company").catalog;
  const say = usePick();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  // The option as it is now, which a price just set may have changed.
  const chosen = open === undefined || open.kind === "add" ? undefined : item.variants.find(({ id }) => id === open.id);

  const price = (kind: PriceKind, head: string): Column<Variant> => ({
    key: kind,
    head,
    align: "end",
    cell: ({ prices }) => {
      const amount = prices[kind];
      return amount === undefined ? <Text c="dimmed">{t.noPrice}</Text> : <Money value={amount} fw={kind === "selling" ? 600 : 400} />;
    },
  });
  const columns: Column<Variant>[] = [
    {
      key: "name",
      head: t.fields.variantName,
      card: "title",
      cell: (variant) => (
        <>
          <Text fw={600}>
            {say(variant.name, variant.name_en)} {variant.status !== "active" && <Badge>{t.archived}</Badge>}
          </Text>
          <Text size="xs" c="dimmed" className="figures">
            {[variant.sku, variant.barcode].filter(Boolean).join(" · ")}
          </Text>
        </>
      ),
    },
    price("list", t.fields.list),
    price("selling", t.fields.selling),
    price("supply", t.fields.supply),
  ];
  return (
    <>
      <PlainList
        label={t.variants}
        rows={item.variants}
        rowKey={(variant) => variant.id}
        columns={columns}
        actions={(variant) => (
          <Group gap="xs" justify="flex-end" wrap="nowrap">
            <Button size="xs" variant="default" onClick={() => setOpen({ kind: "prices", id: variant.id })}>
              {t.prices.open}
            </Button>
            {canEdit && (
              <Button size="xs" variant="subtle" onClick={() => setOpen({ kind: "edit", id: variant.id })}>
                {t.editVariant}
              </Button>
            )}
          </Group>
        )}
      />
      {canEdit && (
        <Button mt="md" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen({ kind: "add" })}>
          {t.addVariant}
        </Button>
      )}
      {open?.kind === "add" && <AddVariant item={item.id} onClose={close} />}
      {open?.kind === "edit" && chosen !== undefined && <EditVariant variant={chosen} onClose={close} />}
      {open?.kind === "prices" && chosen !== undefined && <PriceDialog variant={chosen} canPrice={canPrice} zone={zone} onClose={close} />}
    </>
  );
}

function AddVariant({ item, onClose }: { item: string; onClose: () => void }) {
  const t = useT("company").catalog;
  const common = useT("common");
  const rules = useRules();
  const notify = useNotify();
  const add = useAddVariant(item, () => {
    notify.done(common.state.saved);
    onClose();
  });
  const form = useAppForm<VariantValues>({
    initialValues: emptyVariant(),
    validate: {
      name: rules.required,
      sku: rules.required,
      list_price: rules.required,
      selling_price: rules.required,
      supply_price: rules.required,
    },
  });
  return (
    <Modal opened onClose={onClose} size="xl" title={t.addVariant} closeButtonProps={{ "aria-label": common.act.close }}>
      <AppForm form={form} write={add} toInput={variantBody} submitLabel={common.act.add}>
        <VariantFields form={form} path="" values={form.values} />
      </AppForm>
    </Modal>
  );
}

function EditVariant({ variant, onClose }: { variant: Variant; onClose: () => void }) {
  const t = useT("company").catalog;
  const common = useT("common");
  const rules = useRules();
  const notify = useNotify();
  const active = variant.status === "active";
  const change = useChangeVariant(variant.id, () => {
    notify.done(common.state.saved);
    onClose();
  });
  const form = useAppForm({
    initialValues: { name: variant.name, name_en: variant.name_en ?? "", barcode: variant.barcode ?? "" },
    validate: { name: rules.required },
  });
  const toChange = (values: typeof form.values): VariantChange => ({
    name: values.name.trim(),
    name_en: values.name_en.trim() === "" ? null : values.name_en.trim(),
    barcode: values.barcode.trim() === "" ? null : values.barcode.trim(),
  });
  return (
    <Modal opened onClose={onClose} title={`${t.editVariant}: ${variant.sku}`} closeButtonProps={{ "aria-label": common.act.close }}>
      <AppForm
        form={form}
        write={change}
        toInput={toChange}
        submitLabel={common.act.save}
        aside={
          <Button
            variant="default"
            c={active ? "var(--mantine-color-error)" : undefined}
            loading={change.isPending}
            onClick={() => change.mutate({ status: active ? "archived" : "active" })}
          >
            {active ? t.putAway.action : t.putAway.back}
          </Button>
        }
      >
        <TextInput label={t.fields.variantName} required data-autofocus {...form.getInputProps("name")} key={form.key("name")} />
        <TextInput label={t.fields.nameEn} {...form.getInputProps("name_en")} key={form.key("name_en")} />
        <TextInput label={t.fields.barcode} {...form.getInputProps("barcode")} key={form.key("barcode")} />
      </AppForm>
    </Modal>
  );
}
