/** What one looks at before buying: the price, which option, and whether it is there. */
import { Text } from "@mantine/core";
import { useId } from "react";
import type { Schemas } from "@/api/types";
import { usePick } from "@/i18n/pick";
import { useT } from "@/i18n/provider";
import type { MoneyValue } from "@/lib/money";
import { Money } from "@/ui/Money";
import { percentOff } from "../model/purchase";
import classes from "./purchase.module.css";

type Variant = Schemas["Product"]["variants"][number];

export function PriceLine({ list, selling }: { list: MoneyValue | null | undefined; selling: MoneyValue }) {
  const t = useT("shop").product;
  const off = percentOff(list, selling);
  return (
    <p className={classes.price}>
      {off > 0 && <span className={classes.off}>{off}%</span>}
      <span className="visually-hidden">{t.sellingPrice}</span>
      <Money value={selling} className={`figures ${classes.now}`} />
      {off > 0 && list && (
        <span>
          <span className="visually-hidden">{t.listPrice}</span>
          <Money value={list} struck />
        </span>
      )}
    </p>
  );
}

export function StockLine({ variant }: { variant: Variant }) {
  const t = useT("shop").product;
  if (variant.stock === "out") return <Text c="var(--tone-danger-fg)">{t.soldOutLong}</Text>;
  if (variant.stock === "low") return <Text c="var(--tone-caution-fg)">{t.left(variant.left ?? 1)}</Text>;
  return <Text c="var(--tone-positive-fg)">{t.inStock}</Text>;
}

interface VariantPickerProps {
  variants: readonly Variant[];
  chosen: string;
  onChoose: (sku: string) => void;
}

export function VariantPicker({ variants, chosen, onChoose }: VariantPickerProps) {
  const t = useT("shop").product;
  const say = usePick();
  const name = useId();
  if (variants.length < 2) return null;
  const samePrice = variants.every((variant) => variant.selling_price.minor === variants[0]?.selling_price.minor);
  return (
    <fieldset className={classes.options}>
      <legend>{t.option}</legend>
      {variants.map((variant) => (
        <label key={variant.id} className={classes.option} data-out={variant.stock === "out" || undefined}>
          <input
            type="radio"
            name={name}
            value={variant.sku}
            checked={variant.sku === chosen}
            onChange={() => onChoose(variant.sku)}
          />
          <span>
            {say(variant.name, variant.name_en)}
            {variant.stock === "out" && <span className={classes.aside}>{t.soldOut}</span>}
            {!samePrice && (
              <span className={classes.aside}>
                <Money value={variant.selling_price} />
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
