/** Products side by side: picture, name, price, and nothing that shouts. */
import { Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Schemas } from "@/api/types";
import { usePick } from "@/i18n/pick";
import { useT } from "@/i18n/provider";
import { Money } from "@/ui/Money";
import { Picture } from "@/ui/shop/Picture";
import { percentOff } from "../model/purchase";
import classes from "./product-grid.module.css";

type Card = Schemas["ProductCard"];

interface ProductGridProps {
  shop: string;
  products: readonly Card[];
  label: string;
  /** How many pictures are on the first screen. */
  eager?: number;
  /** The level of the names in the page's outline. */
  heading?: "h2" | "h3";
}

export function ProductGrid({ shop, products, label, eager = 0, heading = "h3" }: ProductGridProps) {
  return (
    <ul className={classes.grid} aria-label={label}>
      {products.map((product, index) => (
        <ProductCard key={product.slug} shop={shop} product={product} first={index < eager} heading={heading} />
      ))}
    </ul>
  );
}

function ProductCard({ shop, product, first, heading: Heading }: { shop: string; product: Card; first: boolean; heading: "h2" | "h3" }) {
  const t = useT("shop").product;
  const say = usePick();
  const off = percentOff(product.list_price, product.price_from);
  return (
    <li className={classes.card}>
      <div className={classes.picture}>
        <Picture
          src={product.picture_urls ?? product.picture_url}
          alt=""
          sizes="(max-width: 47.99em) calc(50vw - 1.5rem), (max-width: 64em) 33vw, 17rem"
          first={first}
          faded={!product.in_stock}
        />
        {!product.in_stock && <span className={classes.out}>{t.soldOut}</span>}
      </div>
      <Heading className={classes.name}>
        <Link to="/shop/$slug/products/$product" params={{ slug: shop, product: product.slug }} className={classes.link}>
          {say(product.title, product.title_en)}
        </Link>
      </Heading>
      <p className={classes.price}>
        {off > 0 && <span className={classes.off}>{off}%</span>}
        <Money value={product.price_from} fw={700} />
        {off > 0 && product.list_price && (
          <>
            <span className="visually-hidden">{t.listPrice}</span>
            <Money value={product.list_price} struck size="sm" />
          </>
        )}
      </p>
    </li>
  );
}

export function GridSkeleton({ count = 8 }: { count?: number }) {
  const t = useT("common").state;
  return (
    <div className={classes.grid} role="status" aria-label={t.loading} aria-busy>
      {Array.from({ length: count }, (_, index) => (
        <div key={index}>
          <Skeleton radius="md" style={{ aspectRatio: "1" }} height="auto" />
          <Skeleton height={16} mt="sm" width="80%" />
          <Skeleton height={16} mt={6} width="40%" />
        </div>
      ))}
    </div>
  );
}
