/** Price range, stock and order of a product list. Nothing is applied before it is asked for, and each can be taken off. */
import { Button, Checkbox, NativeSelect, TextInput, UnstyledButton } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { type FormEvent, useEffect, useState } from "react";
import { useT } from "@/i18n/provider";
import { formatAmount, parseMoney, won } from "@/lib/money";
import { useMoneyText } from "@/ui/Money";
import { narrowing, type ProductFilters, type Sort, SORTS } from "../model/filters";
import classes from "./filter-bar.module.css";

interface FilterBarProps {
  filters: ProductFilters;
  sort: Sort;
  total: number | undefined;
  onPrice: (min: string | undefined, max: string | undefined) => void;
  onInStock: (inStock: boolean) => void;
  onSort: (sort: Sort) => void;
}

const shown = (minor: number | undefined) => (minor === undefined ? "" : formatAmount(won(minor)));

export function FilterBar({ filters, sort, total, onPrice, onInStock, onSort }: FilterBarProps) {
  const t = useT("shop").browse;
  const say = useMoneyText();
  const [min, setMin] = useState(shown(filters.minPrice));
  const [max, setMax] = useState(shown(filters.maxPrice));

  // The address may change by itself: by the browser's back, or when a filter is taken off.
  useEffect(() => setMin(shown(filters.minPrice)), [filters.minPrice]);
  useEffect(() => setMax(shown(filters.maxPrice)), [filters.maxPrice]);

  const minor = (text: string) => {
    const money = parseMoney(text, "KRW");
    return money === undefined || money.minor < 0 ? undefined : String(money.minor);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onPrice(minor(min), minor(max));
  };
  const priceText = t.priceBetween(
    filters.minPrice === undefined ? undefined : say(won(filters.minPrice)),
    filters.maxPrice === undefined ? undefined : say(won(filters.maxPrice)),
  );
  return (
    <div className={classes.bar}>
      <form onSubmit={submit} className={classes.price} aria-label={t.price}>
        <TextInput
          aria-label={t.minPrice}
          placeholder={t.minPrice}
          inputMode="numeric"
          value={min}
          onChange={(event) => setMin(event.currentTarget.value)}
          className={classes.amount}
        />
        <span aria-hidden>–</span>
        <TextInput
          aria-label={t.maxPrice}
          placeholder={t.maxPrice}
          inputMode="numeric"
          value={max}
          onChange={(event) => setMax(event.currentTarget.value)}
          className={classes.amount}
        />
        <Button type="submit" variant="default">
          {t.apply}
        </Button>
      </form>
      <Checkbox
        label={t.inStock}
        checked={filters.inStock}
        onChange={(event) => onInStock(event.currentTarget.checked)}
      />
      <NativeSelect
        className={classes.sort}
        aria-label={t.sort}
        value={sort}
        onChange={(event) => onSort(event.currentTarget.value as Sort)}
        data={SORTS.map((value) => ({ value, label: t.sorts[value] }))}
      />
      <div className={classes.state}>
        <p role="status">{total === undefined ? "" : t.count(total)}</p>
        {narrowing(filters).map((name) => (
          <UnstyledButton
            key={name}
            className={classes.chip}
            onClick={() => (name === "price" ? onPrice(undefined, undefined) : onInStock(false))}
          >
            <span className="visually-hidden">{t.takeOff}</span>
            {name === "price" ? priceText : t.inStock}
            <IconX size={14} aria-hidden />
          </UnstyledButton>
        ))}
      </div>
    </div>
  );
}
