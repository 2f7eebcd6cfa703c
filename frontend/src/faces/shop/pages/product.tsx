/** One product: what it is, what it costs in all, and the two ways to have it. */
import { Button, Text } from "@mantine/core";
import { IconShieldCheck, IconTruckDelivery } from "@tabler/icons-react";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { Schemas } from "@/api/types";
import { usePutLine } from "@/features/cart";
import {
  chosenVariant,
  Gallery,
  limits,
  PriceLine,
  ProductGrid,
  quote,
  StockLine,
  useProduct,
  useShopFront,
  VariantPicker,
} from "@/features/shopfront";
import { usePick } from "@/i18n/pick";
import { useT } from "@/i18n/provider";
import { AnchorLink, ButtonLink } from "@/ui/links";
import { Money, useMoneyText } from "@/ui/Money";
import { usePageTitle } from "@/ui/PageHeader";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { Quantity, within } from "@/ui/shop/Quantity";
import { Loaded, SectionTitle } from "@/ui/states";
import classes from "./product.module.css";

type Product = Schemas["Product"];

export function ProductPage() {
  const { slug, product } = useParams({ strict: false }) as { slug: string; product: string };
  const query = useProduct(slug, product);
  return <Loaded query={query}>{(found) => <Found key={found.slug} shop={slug} product={found} />}</Loaded>;
}

function Found({ shop, product }: { shop: string; product: Product }) {
  const t = useT("shop").product;
  const say = usePick();
  const title = say(product.title, product.title_en);
  usePageTitle(title);
  const units: Partial<Record<string, string>> = t.units;
  const description = say(product.description, product.description_en);
  return (
    <>
      <div className={classes.page}>
        <Gallery title={title} pictures={product.pictures} />
        <div className={classes.side}>
          {product.category && (
            <AnchorLink to="/shop/$slug/category/$category" params={{ slug: shop, category: product.category.slug }} fz="sm" c="dimmed">
              {say(product.category.name, product.category.name_en)}
            </AnchorLink>
          )}
          <h1 className={classes.title}>{title}</h1>
          <Buy shop={shop} product={product} />
        </div>
        {description !== "" && (
          <section className={classes.description}>
            <SectionTitle>{t.about}</SectionTitle>
            <Text className={classes.text}>{description}</Text>
            <dl className={classes.facts}>
              <dt>{t.unit}</dt>
              <dd>{units[product.unit] ?? product.unit}</dd>
              <dt>{t.tax}</dt>
              <dd>{t.taxClass[product.tax_class as keyof typeof t.taxClass]}</dd>
              <dt>{t.suppliedBy}</dt>
              <dd>{product.supplied_by.name}</dd>
            </dl>
          </section>
        )}
      </div>
      {product.related.length > 0 && (
        <section className={classes.related}>
          <SectionTitle>{t.related}</SectionTitle>
          <ProductGrid shop={shop} products={product.related.slice(0, 4)} label={t.related} />
        </section>
      )}
    </>
  );
}

function Buy({ shop, product }: { shop: string; product: Product }) {
  const t = useT("shop").product;
  const say = useMoneyText();
  const navigate = useNavigate();
  const selling = useShopFront(shop).data?.selling ?? false;
  const search: { variant?: unknown } = useSearch({ strict: false });
  const variant = chosenVariant(product.variants, typeof search.variant === "string" ? search.variant : undefined);
  const { min, max } = limits(product, variant);
  const [wanted, setWanted] = useState(min);
  const [added, setAdded] = useState(false);
  const put = usePutLine(shop, () => setAdded(true));
  if (variant === undefined) return <Text>{t.soldOutLong}</Text>;

  const quantity = within(wanted, min, max);
  const { total, delivery, toFree } = quote(variant.selling_price, quantity, product.delivery);
  const available = selling && variant.stock !== "out";
  const choose = (sku: string) => {
    setAdded(false);
    void navigate({ to: ".", search: { variant: sku }, replace: true, resetScroll: false });
  };
  const buyNow = () =>
    void navigate({
      to: "/shop/$slug/checkout",
      params: { slug: shop },
      search: { product: product.slug, variant: variant.id, quantity: String(quantity) },
    });
  return (
    <div className={classes.buy}>
      <PriceLine list={variant.list_price} selling={variant.selling_price} />
      <StockLine variant={variant} />
      <VariantPicker variants={product.variants} chosen={variant.sku} onChoose={choose} />
      <ul className={classes.terms}>
        <li>
          <IconTruckDelivery size={20} stroke={1.5} aria-hidden />
          <span>
            {product.delivery.fee.minor === 0 ? t.deliveryFree : t.delivery(say(product.delivery.fee))}
            {product.delivery.fee.minor > 0 && product.delivery.free_from && ` · ${t.freeFrom(say(product.delivery.free_from))}`}
            <span className={classes.sub}>{t.sentBy(product.supplied_by.name)}</span>
          </span>
        </li>
        <li>
          <IconShieldCheck size={20} stroke={1.5} aria-hidden />
          <span>{t.escrow}</span>
        </li>
      </ul>
      {(min > 1 || (product.max_quantity ?? 0) > 0) && (
        <Text size="sm" c="dimmed">
          {t.quantityRule(min, product.max_quantity ?? undefined)}
        </Text>
      )}
      <div className={classes.bar}>
        <div className={classes.sum}>
          <Quantity label={t.quantity} value={quantity} min={min} max={max} disabled={!available} onChange={setWanted} />
          <p role="status">
            <span className={classes.totalLabel}>{delivery.minor === 0 ? t.totalFree : t.totalWith(say(delivery))}</span>
            <Money value={total} className={`figures ${classes.total}`} />
          </p>
        </div>
        <div className={classes.buttons}>
          <Button
            variant="default"
            size="md"
            disabled={!available}
            loading={put.isPending}
            onClick={() => put.mutate({ variant: variant.id, quantity })}
          >
            {t.addToCart}
          </Button>
          <Button size="md" disabled={!available} onClick={buyNow}>
            {variant.stock === "out" ? t.soldOut : t.buyNow}
          </Button>
        </div>
      </div>
      {toFree !== undefined && (
        <Text size="sm" c="dimmed">
          {t.toFree(say(toFree))}
        </Text>
      )}
      {!selling && <Text c="var(--tone-caution-fg)">{t.notSelling}</Text>}
      <ProblemAlert problem={put.error} />
      {added && put.error === null && (
        <div className={classes.added} role="status">
          <span>{t.added}</span>
          <ButtonLink to="/shop/$slug/cart" params={{ slug: shop }} size="compact-md" variant="light">
            {t.toCart}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}
