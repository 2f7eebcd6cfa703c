/** Choosing a category, with the tree shown by indents. */
import { NativeSelect, type NativeSelectProps } from "@mantine/core";
import { useT } from "@/i18n/provider";
import { usePick } from "@/i18n/pick";
import { asTree } from "../model/categories";
import { useItemCategories, useShopCategories } from "../queries";

interface CategorySelectProps extends Omit<NativeSelectProps, "value" | "onChange" | "data" | "defaultValue"> {
  of: "item" | "shop";
  value?: string;
  onChange?: (id: string) => void;
  /** Categories that cannot be chosen. */
  without?: ReadonlySet<string>;
  /** How "none" is called. */
  none?: string | undefined;
}

interface Named {
  id: string;
  parent_id?: string;
  position?: number;
  name: string;
  name_en?: string;
}

const INDENT = "\u2003";

export function useCategoryOptions(of: "item" | "shop", without: ReadonlySet<string> = new Set()) {
  const say = usePick();
  const items = useItemCategories();
  const shop = useShopCategories();
  const found: readonly Named[] = (of === "item" ? items.data?.items : shop.data?.items) ?? [];
  return asTree(found)
    .filter(({ id }) => !without.has(id))
    .map((each) => ({ value: each.id, label: INDENT.repeat(each.depth) + say(each.name, each.name_en) }));
}

export function CategorySelect({ of, value, onChange, without, none, ...rest }: CategorySelectProps) {
  const t = useT("company").catalog;
  const options = useCategoryOptions(of, without);
  return (
    <NativeSelect
      {...rest}
      value={value ?? ""}
      onChange={(event) => onChange?.(event.currentTarget.value)}
      data={[{ value: "", label: none ?? t.noCategory }, ...options]}
    />
  );
}
