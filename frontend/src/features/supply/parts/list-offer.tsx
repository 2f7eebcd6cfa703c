/** Selling another company's item in the own shop: which options, at what price, and what is left of each. */
import { Checkbox, Stack, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useT } from "@/i18n/provider";
import { usePick } from "@/i18n/pick";
import { marginOf } from "@/lib/margin";
import type { MoneyValue } from "@/lib/money";
import { AppForm, MoneyInput, useAppForm } from "@/ui/form";
import { Money } from "@/ui/Money";
import { ratePercent } from "../model/rate";
import type { ListOffer, Offer, OfferVariant } from "../queries";
import { useListOffer } from "../queries";
import classes from "./list-offer.module.css";

interface Values {
  [key: string]: unknown;
  chosen: Record<string, boolean>;
  prices: Record<string, MoneyValue | undefined>;
  category_id: string;
  accept_loss: boolean;
}

interface ListOfferFormProps {
  offer: Offer;
  /** Choosing the category of the own shop belongs to the catalogue; the page brings it. */
  category: (value: string, onChange: (id: string) => void) => ReactNode;
  onListed: (listing: { id: string }) => void;
}

export function ListOfferForm({ offer, category, onListed }: ListOfferFormProps) {
  const t = useT("company").supply;
  const common = useT("common");
  const say = usePick();
  const [tried, setTried] = useState(false);
  const create = useListOffer(offer.registered_item_id, onListed);
  const form = useAppForm<Values>({
    initialValues: {
      chosen: Object.fromEntries(offer.variants.map(({ variant_id }) => [variant_id, true])),
      prices: Object.fromEntries(offer.variants.map(({ variant_id, list_price }) => [variant_id, list_price])),
      category_id: "",
      accept_loss: false,
    },
  });
  const { chosen, prices, accept_loss: accepted } = form.values;
  const taken = offer.variants.filter(({ variant_id }) => chosen[variant_id] === true);
  const asks = (variant: OfferVariant) => prices[variant.variant_id];
  const loses = taken.filter((variant) => {
    const price = asks(variant);
    return price !== undefined && marginOf(price, variant.supply_price, offer.fee_rate).loss;
  });
  const below = taken.filter((variant) => (asks(variant)?.minor ?? 0) < variant.price_floor.minor);
  const unpriced = taken.some((variant) => asks(variant) === undefined);
  const ready = taken.length > 0 && below.length === 0 && !unpriced && (loses.length === 0 || accepted);

  const toInput = ({ category_id }: Values): ListOffer => ({
    ...(category_id === "" ? {} : { category_id }),
    variants: taken.flatMap((variant) => {
      const selling_price = asks(variant);
      return selling_price === undefined ? [] : [{ variant_id: variant.variant_id, selling_price }];
    }),
    accept_loss: loses.length > 0 && accepted,
  });

  return (
    <AppForm
      form={form}
      write={{
        ...create,
        // The server refuses it too; here the reason stands beside the price.
        mutate: (input, options) => (ready ? create.mutate(input, options) : setTried(true)),
      }}
      toInput={toInput}
      submitLabel={t.list}
    >
      <Text size="sm" c="dimmed">
        {t.listIntro(ratePercent(offer.fee_rate))}
      </Text>
      <ul className={classes.variants}>
        {offer.variants.map((variant) => {
          const id = variant.variant_id;
          const on = chosen[id] === true;
          const price = asks(variant);
          const left = price === undefined ? undefined : marginOf(price, variant.supply_price, offer.fee_rate);
          const name = say(variant.name, variant.name_en);
          return (
            <li key={id} className={classes.variant}>
              <Checkbox
                checked={on}
                onChange={(event) => form.setFieldValue(`chosen.${id}`, event.currentTarget.checked)}
                label={<Text fw={600}>{name}</Text>}
                description={
                  <>
                    {variant.sku} · {t.available(variant.available)}
                  </>
                }
              />
              <dl className={classes.facts}>
                <div>
                  <dt>{t.supplyPrice}</dt>
                  <dd>
                    <Money value={variant.supply_price} />
                  </dd>
                </div>
                <div>
                  <dt>{t.listPrice}</dt>
                  <dd>
                    <Money value={variant.list_price} />
                  </dd>
                </div>
                {variant.price_floor.minor > 0 && (
                  <div>
                    <dt>{t.floor}</dt>
                    <dd>
                      <Money value={variant.price_floor} />
                    </dd>
                  </div>
                )}
              </dl>
              <MoneyInput
                label={t.myPrice}
                aria-label={`${name} ${t.myPrice}`}
                disabled={!on}
                value={price}
                onChange={(value) => form.setFieldValue(`prices.${id}`, value)}
                error={
                  on && price === undefined
                    ? common.form.money
                    : on && price !== undefined && price.minor < variant.price_floor.minor
                      ? t.belowFloor
                      : undefined
                }
              />
              <div className={classes.margin} role="status">
                {on && left !== undefined && (
                  <>
                    <Text size="sm" c="dimmed">
                      {t.fee} <Money value={left.fee} />
                    </Text>
                    <Text fw={700} c={left.loss ? "var(--tone-danger-fg)" : undefined}>
                      {left.loss ? t.loss : t.margin} <Money value={left.margin} />
                      {left.percent !== undefined && ` (${left.percent}%)`}
                    </Text>
                  </>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {category(form.values.category_id, (id) => form.setFieldValue("category_id", id))}
      {loses.length > 0 && (
        <div className={classes.loss}>
          <Stack gap="xs">
            <Text fw={600}>{t.lossWarning(loses.length)}</Text>
            <Checkbox
              checked={accepted}
              onChange={(event) => form.setFieldValue("accept_loss", event.currentTarget.checked)}
              label={t.acceptLoss}
              error={tried && !accepted ? t.acceptLossRequired : undefined}
            />
          </Stack>
        </div>
      )}
      {tried && taken.length === 0 && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t.chooseOne}
        </Text>
      )}
    </AppForm>
  );
}
