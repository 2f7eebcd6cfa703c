/** A shop's first page: its banner and its word, then what is new and what is bought. */
import { useParams } from "@tanstack/react-router";
import { ProductGrid, useShopFront } from "@/features/shopfront";
import { usePick } from "@/i18n/pick";
import { useT } from "@/i18n/provider";
import { AnchorLink, ButtonLink } from "@/ui/links";
import { usePageTitle } from "@/ui/PageHeader";
import { EmptyState, SectionTitle } from "@/ui/states";
import classes from "./home.module.css";

export function HomePage() {
  const t = useT("shop").home;
  const say = usePick();
  const { slug } = useParams({ strict: false }) as { slug: string };
  const shop = useShopFront(slug).data;
  const name = say(shop?.name, shop?.name_en);
  usePageTitle(name);
  if (shop === undefined) return null;
  const empty = shop.newest.length === 0 && shop.popular.length === 0;
  const all = (sort: string) => (
    <AnchorLink to="/shop/$slug/search" params={{ slug }} search={{ sort }} fz="sm">
      {t.all}
      <span className="visually-hidden"> {sort === "popular" ? t.popular : t.newest}</span>
    </AnchorLink>
  );
  return (
    <>
      <section className={classes.hero}>
        {shop.banner_url && <img className={classes.banner} src={shop.banner_url} alt="" fetchPriority="high" />}
        <div className={classes.words}>
          <h1>{name}</h1>
          {say(shop.about, shop.about_en) !== "" && <p>{say(shop.about, shop.about_en)}</p>}
          {!empty && (
            <ButtonLink to="/shop/$slug/search" params={{ slug }} size="md" variant="default">
              {t.browse}
            </ButtonLink>
          )}
        </div>
      </section>
      {empty && <EmptyState title={t.empty} body={t.emptyBody} />}
      {shop.popular.length > 0 && (
        <section className={classes.shelf}>
          <SectionTitle action={all("popular")}>{t.popular}</SectionTitle>
          <ProductGrid shop={slug} products={shop.popular.slice(0, 8)} label={t.popular} eager={4} />
        </section>
      )}
      {shop.newest.length > 0 && (
        <section className={classes.shelf}>
          <SectionTitle action={all("new")}>{t.newest}</SectionTitle>
          <ProductGrid shop={slug} products={shop.newest.slice(0, 8)} label={t.newest} eager={shop.popular.length === 0 ? 4 : 0} />
        </section>
      )}
    </>
  );
}
