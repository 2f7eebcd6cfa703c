/** The cart: what is in it by supplier, what it costs in all, and the way to the till. */
import { Text } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { CartLines, orderable, useCart } from "@/features/cart";
import { useShopFront } from "@/features/shopfront";
import { useT } from "@/i18n/provider";
import { ButtonLink } from "@/ui/links";
import { PageHeader } from "@/ui/PageHeader";
import { Totals } from "@/ui/shop/Totals";
import { EmptyState, Loaded } from "@/ui/states";
import { useSession } from "@/api/session";
import classes from "./till.module.css";

export function CartPage() {
  const t = useT("shop").cart;
  const { slug } = useParams({ strict: false }) as { slug: string };
  const cart = useCart(slug);
  const starting = useSession().status === "starting";
  const selling = useShopFront(slug).data?.selling ?? false;
  const nothing = (
    <EmptyState
      title={t.empty}
      body={t.emptyBody}
      action={
        <ButtonLink to="/shop/$slug/search" params={{ slug }}>
          {t.browse}
        </ButtonLink>
      }
    />
  );
  return (
    <>
      <PageHeader title={t.title} />
      {!starting && cart.fetchStatus === "idle" && cart.data === undefined && cart.error === null ? (
        nothing
      ) : (
        <Loaded query={cart}>
          {(found) =>
            found.lines.length === 0 ? (
              nothing
            ) : (
              <div className={classes.page}>
                <div>
                  <CartLines shop={slug} cart={found} />
                </div>
                <aside className={classes.aside} aria-label={t.sum}>
                  <Totals goods={found.goods} delivery={found.delivery} vatIncluded={found.vat_included} total={found.total} />
                  {!orderable(found) && (
                    <Text size="sm" c="var(--tone-danger-fg)" role="status">
                      {t.fixFirst}
                    </Text>
                  )}
                  {!selling && (
                    <Text size="sm" c="var(--tone-caution-fg)">
                      {t.notSelling}
                    </Text>
                  )}
                  <ButtonLink
                    to="/shop/$slug/checkout"
                    params={{ slug }}
                    size="md"
                    fullWidth
                    disabled={!orderable(found) || !selling}
                    aria-disabled={!orderable(found) || !selling}
                  >
                    {t.checkout}
                  </ButtonLink>
                  <Text size="sm" c="dimmed">
                    {t.escrow}
                  </Text>
                </aside>
              </div>
            )
          }
        </Loaded>
      )}
    </>
  );
}
