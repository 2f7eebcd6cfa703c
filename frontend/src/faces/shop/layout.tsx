import { Group } from "@mantine/core";
import { IconDoor } from "@tabler/icons-react";
import { Outlet, useLocation, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useProofAsked } from "@/api/proof";
import { useSession } from "@/api/session";
import { useCart } from "@/features/cart/queries";
import { useProduct, useShopFront } from "@/features/shopfront/queries";
import { usePick } from "@/i18n/pick";
import { useT } from "@/i18n/provider";
import { ButtonLink } from "@/ui/links";
import { PlainShell } from "@/ui/PlainShell";
import { ShopShell, type ShopPlaces } from "@/ui/shop/ShopShell";
import { usePageTitle } from "@/ui/PageHeader";
import { Loaded, PendingState, State } from "@/ui/states";
import { PausedShop, staysOpen } from "./parts/paused-shop";
import { PreviewBanner } from "./parts/preview-banner";
import { PlatformTools } from "./parts/platform-tools";

// Forms and dialogs are heavy, and a buyer's first visit has none.
const ConsentsDue = lazy(() => import("@/features/identity/parts/consent").then((part) => ({ default: part.ConsentsDue })));
const ProveDialog = lazy(() => import("@/features/identity/parts/prove").then((part) => ({ default: part.ProveDialog })));

export function PlatformLayout() {
  return (
    <PlainShell tools={<PlatformTools />}>
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

export function ShopLayout() {
  const { slug, product } = useParams({ strict: false }) as { slug: string; product?: string };
  const say = usePick();
  const front = useShopFront(slug);
  const open = front.data?.open === true;
  const cart = useCart(slug, open);
  // A product page does not wait for the frame before it asks for its product.
  useProduct(slug, product);
  const path = useLocation({ select: ({ pathname }) => pathname });
  const shop = front.data;
  if (shop === undefined) {
    return (
      <PlainShell>
        <Loaded query={front}>{() => null}</Loaded>
      </PlainShell>
    );
  }
  const goesOn = (shop.open && !shop.paused) || staysOpen(path);
  const top = !goesOn ? [] : shop.categories.filter((category) => !category.parent_id);
  return (
    <ShopShell
      slug={slug}
      name={say(shop.name, shop.name_en)}
      logo={shop.logo_url ?? undefined}
      categories={top.map((category) => ({ slug: category.slug, name: say(category.name, category.name_en) }))}
      cartCount={cart.data?.count ?? 0}
      banner={shop.selling || shop.paused ? undefined : <PreviewBanner />}
      seller={{
        name: shop.seller.name,
        representative: shop.seller.representative,
        businessNumber: shop.seller.business_number,
        mailOrderNumber: shop.seller.mail_order_number,
        address: shop.seller.address,
        phone: shop.seller.phone,
        email: shop.seller.email,
        hosting: {
          name: shop.hosting.name,
          businessNumber: shop.hosting.business_number,
          mailOrderNumber: shop.hosting.mail_order_number,
          address: shop.hosting.address,
        },
      }}
      places={PLACES}
      open={shop.open}
    >
      {goesOn ? <Outlet /> : shop.open ? <PausedShop slug={slug} name={say(shop.name, shop.name_en)} /> : <Closed slug={slug} />}
    </ShopShell>
  );
}

/** A shop that is closed says so, and whose it is; its orders go on. */
function Closed({ slug }: { slug: string }) {
  const t = useT("shop").home;
  usePageTitle(t.closedTitle);
  return (
    <State
      heading
      icon={<IconDoor size={32} stroke={1.5} aria-hidden color="var(--mantine-color-dimmed)" />}
      title={t.closedTitle}
      body={t.closedBody}
      action={
        <ButtonLink to="/shop/$slug/account" params={{ slug }} variant="default">
          {t.closedOrders}
        </ButtonLink>
      }
    />
  );
}

/** The account pages stand in the platform's frame, since an account belongs to no shop. */
export function MyLayout() {
  const t = useT("shop").account;
  const session = useSession();
  if (session.status !== "signed-in") return <Outlet />;
  if (session.account.consents_due.length > 0) {
    return (
      <Suspense fallback={<PendingState />}>
        <ConsentsDue documents={session.account.consents_due} />
      </Suspense>
    );
  }
  return (
    <>
      <Group component="nav" aria-label={t.title} gap="xs" pt="lg" mb="lg">
        {(
          [
            ["/my/orders", t.orders],
            ["/my", t.profile],
            ["/my/security", t.security],
            ["/my/sessions", t.sessions],
          ] as const
        ).map(([to, label]) => (
          <ButtonLink
            key={to}
            to={to}
            variant="default"
            activeOptions={{ exact: true, includeSearch: false }}
            activeProps={{ variant: "light", "aria-current": "page" }}
          >
            {label}
          </ButtonLink>
        ))}
      </Group>
      <Outlet />
      <ProofWhenAsked />
    </>
  );
}

/** Listens from the first moment on; the dialog is loaded when it is first asked for. */
function ProofWhenAsked() {
  const asked = useProofAsked();
  const [needed, setNeeded] = useState(false);
  if (asked && !needed) setNeeded(true);
  return needed ? (
    <Suspense>
      <ProveDialog />
    </Suspense>
  ) : null;
}
