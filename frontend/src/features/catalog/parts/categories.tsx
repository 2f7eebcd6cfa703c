/** The categories of items and those of the shop, and which of the first are shown under which of the second. */
import { Button, Group, Modal, NumberInput, Text, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useT } from "@/i18n/provider";
import { usePick } from "@/i18n/pick";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { AppForm, useAppForm, useRules } from "@/ui/form";
import { type Column, PlainList } from "@/ui/list";
import { useNotify } from "@/ui/notify";
import { Panel } from "@/ui/Panel";
import { EmptyState, Loaded } from "@/ui/states";
import { asTree, below, type Placed } from "../model/categories";
import { type ItemCategory, type ShopCategory, useItemCategories, useShopCategories } from "../queries";
import { useRemoveItemCategory, useRemoveShopCategory, useSaveItemCategory, useSaveShopCategory } from "../writes";
import { CategorySelect } from "./category-select";
import classes from "./categories.module.css";

const filled = (name: string, text: string) => (text.trim() === "" ? {} : { [name]: text.trim() });

function Name({ category }: { category: Placed<{ name: string; name_en?: string }> }) {
  const say = usePick();
  return (
    <span className={classes.name} data-depth={Math.min(category.depth, 4)}>
      {say(category.name, category.name_en)}
    </span>
  );
}

export function ItemCategories({ canEdit }: { canEdit: boolean }) {
  const t = useT("company").catalog.categories;
  const say = usePick();
  const categories = useItemCategories();
  const shop = useShopCategories();
  const notify = useNotify();
  const [open, setOpen] = useState<ItemCategory | "new">();
  const [removing, setRemoving] = useState<ItemCategory>();
  const remove = useRemoveItemCategory(() => notify.done(t.removed));
  const matched = (id: string | undefined) => shop.data?.items.find((each) => each.id === id);

  const columns: Column<Placed<ItemCategory>>[] = [
    { key: "name", head: t.name, card: "title", cell: (row) => <Name category={row} /> },
    { key: "code", head: t.code, cell: (row) => <span className="figures">{row.code}</span> },
    {
      key: "shop",
      head: t.shownUnder,
      cell: (row) => {
        const found = matched(row.shop_category_id);
        return found === undefined ? <Text c="dimmed">{t.unmatched}</Text> : say(found.name, found.name_en);
      },
    },
  ];
  return (
    <Panel title={t.item} action={canEdit && <AddButton onClick={() => setOpen("new")} />}>
      <Loaded query={categories}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t.none} body={t.itemNone} />
          ) : (
            <PlainList
              label={t.item}
              rows={asTree(items)}
              rowKey={(row) => row.id}
              columns={columns}
              {...(canEdit && {
                actions: (row: ItemCategory) => <RowButtons name={row.name} onEdit={() => setOpen(row)} onRemove={() => setRemoving(row)} />,
              })}
            />
          )
        }
      </Loaded>
      {open !== undefined && (
        <ItemCategoryDialog category={open === "new" ? undefined : open} all={categories.data?.items ?? []} onClose={() => setOpen(undefined)} />
      )}
      <RemoveDialog category={removing} onClose={() => setRemoving(undefined)} write={remove} />
    </Panel>
  );
}

interface RowButtonsProps {
  name: string;
  onEdit: () => void;
  onRemove: () => void;
}

function RowButtons({ name, onEdit, onRemove }: RowButtonsProps) {
  const t = useT("common").act;
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      <Button size="xs" variant="subtle" onClick={onEdit} aria-label={`${name} ${t.edit}`}>
        {t.edit}
      </Button>
      <Button size="xs" variant="subtle" color="danger" onClick={onRemove} aria-label={`${name} ${t.remove}`}>
        {t.remove}
      </Button>
    </Group>
  );
}

interface RemoveDialogProps {
  category: { id: string; name: string } | undefined;
  onClose: () => void;
  write: ReturnType<typeof useRemoveItemCategory>;
}

function RemoveDialog({ category, onClose, write }: RemoveDialogProps) {
  const t = useT("company").catalog.categories;
  const { remove } = useT("common").act;
  return (
    <ConfirmAction
      opened={category !== undefined}
      onClose={onClose}
      danger
      title={`${category?.name ?? ""} ${remove}`}
      confirmLabel={remove}
      input={category?.id ?? ""}
      write={write}
    >
      {t.removeMeans}
    </ConfirmAction>
  );
}

function AddButton({ onClick }: { onClick: () => void }) {
  const t = useT("common").act;
  return (
    <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={onClick}>
      {t.add}
    </Button>
  );
}

interface DialogProps<Category> {
  category: Category | undefined;
  all: readonly Category[];
  onClose: () => void;
}

function ItemCategoryDialog({ category, all, onClose }: DialogProps<ItemCategory>) {
  const t = useT("company").catalog.categories;
  const common = useT("common");
  const rules = useRules();
  const notify = useNotify();
  const save = useSaveItemCategory(category?.id, () => {
    notify.done(common.state.saved);
    onClose();
  });
  const form = useAppForm({
    initialValues: {
      code: category?.code ?? "",
      name: category?.name ?? "",
      name_en: category?.name_en ?? "",
      parent_id: category?.parent_id ?? "",
      shop_category_id: category?.shop_category_id ?? "",
    },
    validate: { code: rules.required, name: rules.required },
  });
  return (
    <Modal opened onClose={onClose} title={t.item} closeButtonProps={{ "aria-label": common.act.close }}>
      <AppForm
        form={form}
        write={save}
        submitLabel={common.act.save}
        toInput={(values) => ({
          code: values.code.trim(),
          name: values.name.trim(),
          ...filled("name_en", values.name_en),
          ...filled("parent_id", values.parent_id),
          ...filled("shop_category_id", values.shop_category_id),
        })}
      >
        <TextInput label={t.name} required data-autofocus {...form.getInputProps("name")} key={form.key("name")} />
        <TextInput label={t.nameEn} {...form.getInputProps("name_en")} key={form.key("name_en")} />
        <TextInput label={t.code} required {...form.getInputProps("code")} key={form.key("code")} />
        <CategorySelect
          of="item"
          label={t.parent}
          none={t.top}
          without={category === undefined ? new Set() : below(all, category.id)}
          {...form.getInputProps("parent_id")}
        />
        <CategorySelect of="shop" label={t.shownUnder} description={t.shownHint} none={t.unmatched} {...form.getInputProps("shop_category_id")} />
      </AppForm>
    </Modal>
  );
}

export function ShopCategories({ canEdit }: { canEdit: boolean }) {
  const t = useT("company").catalog.categories;
  const categories = useShopCategories();
  const notify = useNotify();
  const [open, setOpen] = useState<ShopCategory | "new">();
  const [removing, setRemoving] = useState<ShopCategory>();
  const remove = useRemoveShopCategory(() => notify.done(t.removed));

  const columns: Column<Placed<ShopCategory>>[] = [
    { key: "name", head: t.name, card: "title", cell: (row) => <Name category={row} /> },
    { key: "slug", head: t.slug, cell: (row) => row.slug },
    { key: "position", head: t.position, align: "end", cell: (row) => row.position ?? 0 },
  ];
  return (
    <Panel title={t.shop} action={canEdit && <AddButton onClick={() => setOpen("new")} />}>
      <Loaded query={categories}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t.none} body={t.shopNone} />
          ) : (
            <PlainList
              label={t.shop}
              rows={asTree(items)}
              rowKey={(row) => row.id}
              columns={columns}
              {...(canEdit && {
                actions: (row: ShopCategory) => <RowButtons name={row.name} onEdit={() => setOpen(row)} onRemove={() => setRemoving(row)} />,
              })}
            />
          )
        }
      </Loaded>
      {open !== undefined && (
        <ShopCategoryDialog category={open === "new" ? undefined : open} all={categories.data?.items ?? []} onClose={() => setOpen(undefined)} />
      )}
      <RemoveDialog category={removing} onClose={() => setRemoving(undefined)} write={remove} />
    </Panel>
  );
}

function ShopCategoryDialog({ category, all, onClose }: DialogProps<ShopCategory>) {
  const t = useT("company").catalog.categories;
  const common = useT("common");
  const rules = useRules();
  const notify = useNotify();
  const save = useSaveShopCategory(category?.id, () => {
    notify.done(common.state.saved);
    onClose();
  });
  const form = useAppForm({
    initialValues: {
      slug: category?.slug ?? "",
      name: category?.name ?? "",
      name_en: category?.name_en ?? "",
      parent_id: category?.parent_id ?? "",
      position: category?.position ?? 0,
    },
    validate: { name: rules.required, slug: (slug) => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length > 1 ? null : t.slugRule) },
  });
  return (
    <Modal opened onClose={onClose} title={t.shop} closeButtonProps={{ "aria-label": common.act.close }}>
      <AppForm
        form={form}
        write={save}
        submitLabel={common.act.save}
        toInput={(values) => ({
          slug: values.slug.trim(),
          name: values.name.trim(),
          ...filled("name_en", values.name_en),
          ...filled("parent_id", values.parent_id),
          position: Number(values.position) || 0,
        })}
      >
        <TextInput label={t.name} required data-autofocus {...form.getInputProps("name")} key={form.key("name")} />
        <TextInput label={t.nameEn} {...form.getInputProps("name_en")} key={form.key("name_en")} />
        <TextInput label={t.slug} description={t.slugHint} required {...form.getInputProps("slug")} key={form.key("slug")} />
        <CategorySelect
          of="shop"
          label={t.parent}
          none={t.top}
          without={category === undefined ? new Set() : below(all, category.id)}
          {...form.getInputProps("parent_id")}
        />
        <NumberInput label={t.position} description={t.positionHint} min={0} max={10_000} {...form.getInputProps("position")} key={form.key("position")} />
      </AppForm>
    </Modal>
  );
}
