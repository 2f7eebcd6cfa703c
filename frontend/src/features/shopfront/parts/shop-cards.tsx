/** The shops that are open, each with its own face. */
import { Link } from "@tanstack/react-router";
import type { Schemas } from "@/api/types";
import { usePick } from "@/i18n/pick";
import { Picture } from "@/ui/shop/Picture";
import classes from "./shop-cards.module.css";

export function ShopCards({ shops, label }: { shops: readonly Schemas["ShopCard"][]; label: string }) {
  const say = usePick();
  return (
    <ul className={classes.grid} aria-label={label}>
      {shops.map((shop) => (
        <li key={shop.slug} className={classes.card}>
          {shop.banner_url ? (
            <Picture src={shop.banner_url} alt="" ratio="8 / 3" />
          ) : (
            <div className={classes.plain} aria-hidden>
              {say(shop.name, shop.name_en).slice(0, 1)}
            </div>
          )}
          <h3 className={classes.name}>
            <Link to="/shop/$slug" params={{ slug: shop.slug }} className={classes.link}>
              {say(shop.name, shop.name_en)}
            </Link>
          </h3>
          <p className={classes.about}>{say(shop.about, shop.about_en)}</p>
        </li>
      ))}
    </ul>
  );
}
