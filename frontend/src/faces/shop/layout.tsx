import { Outlet, useParams } from "@tanstack/react-router";
import { toProblem } from "@/api/problem";
import { useSession } from "@/api/session";
import { useShopFront } from "@/features/shopfront";
import { useT } from "@/i18n/provider";
import { ButtonLink } from "@/ui/links";
import { PlainShell } from "@/ui/PlainShell";
import { ShopShell, type ShopPlaces } from "@/ui/shop/ShopShell";
import { Loaded, MissingState, ProblemState } from "@/ui/states";

export function PlatformLayout() {
  const t = useT("common").identity;
  const signedIn = useSession().status === "signed-in";
  return (
    <PlainShell
      tools={
        !signedIn && (
          <ButtonLink to="/sign-in" variant="default">
            {t.signIn}
          </ButtonLink>
        )
      }
    >
      <Outlet />
    </PlainShell>
  );
}

const PLACES: ShopPlaces = {
  home: "/shop/$slug",
  search: "/shop/$slug/search",
  category: "/shop/$slug/category/$category",
  cart: "/shop/$slug/cart",
  account: "/shop/$slug/account",
};

/** An address that is nobody's. */
export function NowhereLayout() {
  return (
    <PlainShell>
      <MissingState />
    </PlainShell>
  );
}

export function ShopLayout() {
  const { slug } = useParams({ strict: false }) as { slug: string };
  const front = useShopFront(slug);
  if (front.error !== null && front.data === undefined) {
    return (
      <PlainShell>
        <ProblemState problem={toProblem(front.error)} onRetry={() => void front.refetch()} />
      </PlainShell>
    );
  }
  return (
    <Loaded query={front}>
      {(shop) => (
        <ShopShell
          slug={slug}
          name={shop.name}
          logo={shop.logo_url}
          categories={shop.categories}
          cartCount={0}
          seller={{
            name: shop.seller.name,
            representative: shop.seller.representative,
            businessNumber: shop.seller.business_number,
            mailOrderNumber: shop.seller.mail_order_number,
            address: shop.seller.address,
            phone: shop.seller.phone,
            email: shop.seller.email,
            hostingProvider: shop.hosting.name,
          }}
          places={PLACES}
        >
          <Outlet />
        </ShopShell>
      )}
    </Loaded>
  );
}
