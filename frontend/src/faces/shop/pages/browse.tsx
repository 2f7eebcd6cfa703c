/** Products of a category, or found by words; how they are narrowed stands in the address. */
import { Button, Group } from "@mantine/core";
import { useNavigate, useParams } from "@tanstack/react-router";
import { GridSkeleton, FilterBar, productQuery, ProductGrid, readFilters, readSort, useProducts, useShopFront } from "@/features/shopfront";
import { usePick } from "@/i18n/pick";
import { useT } from "@/i18n/provider";
import { ButtonLink } from "@/ui/links";
import { Pager, useList } from "@/ui/list";
import { PageHeader } from "@/ui/PageHeader";
import { EmptyState, Loaded, MissingState, PendingState } from "@/ui/states";
import classes from "./browse.module.css";

const PAGE = 24;

export function SearchPage() {
  const t = useT("shop").browse;
  const { slug } = useParams({ strict: false }) as { slug: string };
  const { q } = readFilters(useList().filters);
  return (
    <>
      <PageHeader title={q === undefined ? t.allProducts : t.found(q)} />
      <Products key={q} shop={slug} category={undefined} />
    </>
  );
}

export function CategoryPage() {
  const { slug, category } = useParams({ strict: false }) as { slug: string; category: string };
  const say = usePick();
  const t = useT("shop").browse;
  const front = useShopFront(slug).data;
  if (front === undefined) return <PendingState />;
  const here = front.categories.find((each) => each.slug === category);
  if (here === undefined) return <MissingState />;
  const parent = front.categories.find((each) => each.id === here.parent_id);
  const group = front.categories.filter((each) => each.parent_id === (parent?.id ?? here.id));
  return (
    <>
      <PageHeader title={say(here.name, here.name_en)} />
      {group.length > 0 && (
        <nav aria-label={t.narrower} className={classes.narrower}>
          {[parent ?? here, ...group].map((each) => (
            <ButtonLink
              key={each.slug}
              to="/shop/$slug/category/$category"
              params={{ slug, category: each.slug }}
              variant="default"
              radius="xl"
              activeOptions={{ includeSearch: false }}
              activeProps={{ variant: "light", "aria-current": "page" }}
            >
              {each.id === (parent ?? here).id ? t.whole : say(each.name, each.name_en)}
            </ButtonLink>
          ))}
        </nav>
      )}
      <Products key={category} shop={slug} category={category} />
    </>
  );
}

function Products({ shop, category }: { shop: string; category: string | undefined }) {
  const t = useT("shop").browse;
  const list = useList({ limit: PAGE });
  const navigate = useNavigate();
  const read = readFilters(list.filters);
  const filters = { ...read, category: category ?? read.category };
  const sort = readSort(list.sort) ?? "popular";
  const products = useProducts(shop, productQuery(filters, sort, { limit: PAGE, cursor: list.cursor }));

  const setPrice = (min: string | undefined, max: string | undefined) =>
    void navigate({
      to: ".",
      search: (before: Record<string, unknown>) => ({ ...before, cursor: undefined, back: undefined, min_price: min, max_price: max }),
      resetScroll: false,
    });
  return (
    <>
      <FilterBar
        filters={filters}
        sort={sort}
        total={products.data?.total}
        onPrice={setPrice}
        onInStock={(only) => list.setFilter("in_stock", only ? "true" : undefined)}
        onSort={list.setSort}
      />
      <Loaded query={products} pending={<GridSkeleton />}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Nothing shop={shop} q={filters.q} narrowed={read.inStock || read.minPrice !== undefined || read.maxPrice !== undefined} />
          ) : (
            <div aria-busy={products.isPlaceholderData} className={products.isPlaceholderData ? classes.stale : undefined}>
              <ProductGrid shop={shop} products={items} label={t.results} eager={4} heading="h2" />
              <Pager list={list} next={next ?? undefined} />
            </div>
          )
        }
      </Loaded>
    </>
  );
}

/** An empty shelf always has a way out. */
function Nothing({ shop, q, narrowed }: { shop: string; q: string | undefined; narrowed: boolean }) {
  const t = useT("shop").browse;
  const clear = useT("common").state.clearFilters;
  const navigate = useNavigate();
  return (
    <EmptyState
      title={q === undefined ? t.nothing : t.nothingFor(q)}
      body={narrowed ? t.nothingNarrowed : t.nothingBody}
      action={
        <Group gap="xs" justify="center">
          {narrowed && (
            <Button
              variant="default"
              onClick={() => void navigate({ to: ".", search: q === undefined ? {} : { q }, resetScroll: false })}
            >
              {clear}
            </Button>
          )}
          <ButtonLink to="/shop/$slug/search" params={{ slug: shop }} search={{}} variant="default">
            {t.seeAll}
          </ButtonLink>
        </Group>
      }
    />
  );
}
