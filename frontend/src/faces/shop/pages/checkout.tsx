/** The till, on one page: who, where, how paid, and the total in sight all the time. */
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useSession } from "@/api/session";
import { cartHeaders, orderable, useCart } from "@/features/cart";
import { type BuyNow, readBuyNow } from "@/features/checkout";
import { quote, useProduct, useShopFront } from "@/features/shopfront";
import { usePick } from "@/i18n/pick";
import { useT } from "@/i18n/provider";
import { ButtonLink } from "@/ui/links";
import { PageHeader } from "@/ui/PageHeader";
import { EmptyState, Loaded, PendingState } from "@/ui/states";
import { type Basis, Till } from "../parts/till";

export function CheckoutPage() {
  const t = useT("shop").checkout;
  const { slug } = useParams({ strict: false }) as { slug: string };
  const search: Record<string, unknown> = useSearch({ strict: false });
  const buyNow = useMemo(() => readBuyNow(search), [search]);
  const selling = useShopFront(slug).data?.selling ?? false;
  // The form takes over what is known of a person, so it waits until that is known.
  if (useSession().status === "starting") return <PendingState />;
  if (!selling) return <EmptyState title={t.notSelling} action={<Back slug={slug} />} />;
  return (
    <>
      <PageHeader title={t.title} />
      {buyNow === undefined ? <FromCart slug={slug} /> : <FromProduct slug={slug} buyNow={buyNow} />}
    </>
  );
}

function Back({ slug }: { slug: string }) {
  const t = useT("shop").cart;
  return (
    <ButtonLink to="/shop/$slug" params={{ slug }} variant="default">
      {t.browse}
    </ButtonLink>
  );
}

function FromCart({ slug }: { slug: string }) {
  const t = useT("shop").cart;
  const say = usePick();
  const cart = useCart(slug);
  const navigate = useNavigate();
  if (cart.fetchStatus === "idle" && cart.data === undefined && cart.error === null) {
    return <EmptyState title={t.empty} action={<Back slug={slug} />} />;
  }
  return (
    <Loaded query={cart}>
      {(found) => {
        if (found.lines.length === 0) return <EmptyState title={t.empty} action={<Back slug={slug} />} />;
        if (!orderable(found)) {
          return (
            <EmptyState
              title={t.fixFirst}
              action={
                <ButtonLink to="/shop/$slug/cart" params={{ slug }}>
                  {t.title}
                </ButtonLink>
              }
            />
          );
        }
        const basis: Basis = {
          items: found.lines.map((line) => ({
            id: line.variant_id,
            title: say(line.title, line.title_en),
            variant: say(line.variant_name, line.variant_name_en),
            picture: line.picture_url,
            quantity: line.quantity,
            amount: line.amount,
          })),
          goods: found.goods,
          delivery: found.delivery,
          vatIncluded: found.vat_included,
          total: found.total,
          lines: undefined,
        };
        return (
          <Till
            slug={slug}
            basis={basis}
            cart={cartHeaders(slug)}
            onStale={() => void cart.refetch()}
            onOutOfStock={() => void navigate({ to: "/shop/$slug/cart", params: { slug } })}
          />
        );
      }}
    </Loaded>
  );
}

function FromProduct({ slug, buyNow }: { slug: string; buyNow: BuyNow }) {
  const t = useT("shop").product;
  const say = usePick();
  const product = useProduct(slug, buyNow.product);
  const navigate = useNavigate();
  return (
    <Loaded query={product}>
      {(found) => {
        const variant = found.variants.find((each) => each.id === buyNow.variant);
        if (variant === undefined || variant.stock === "out") {
          return <EmptyState title={t.soldOutLong} action={<Back slug={slug} />} />;
        }
        const { goods, delivery, total } = quote(variant.selling_price, buyNow.quantity, found.delivery);
        const basis: Basis = {
          items: [
            {
              id: variant.id,
              title: say(found.title, found.title_en),
              variant: say(variant.name, variant.name_en),
              picture: found.pictures[0]?.urls["320"],
              quantity: buyNow.quantity,
              amount: goods,
            },
          ],
          goods,
          delivery,
          vatIncluded: undefined,
          total,
          lines: [{ variant_id: variant.id, quantity: buyNow.quantity }],
        };
        return (
          <Till
            slug={slug}
            basis={basis}
            cart={{}}
            onStale={() => void product.refetch()}
            onOutOfStock={() => void navigate({ to: "/shop/$slug/products/$product", params: { slug, product: found.slug } })}
          />
        );
      }}
    </Loaded>
  );
}
