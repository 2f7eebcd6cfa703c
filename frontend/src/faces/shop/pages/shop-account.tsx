/** Within a shop: one's orders there, by account or by what this browser has kept of a guest's. */
import { Anchor, Group, Stack, Text } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { useSession } from "@/api/session";
import { OrderRows, useMyOrders } from "@/features/account";
import { useSignOut } from "@/features/identity";
import { keptOrders } from "@/features/orders";
import { useT } from "@/i18n/provider";
import { AnchorLink, ButtonLink } from "@/ui/links";
import { PageHeader } from "@/ui/PageHeader";
import { EmptyState, Loaded, SectionTitle } from "@/ui/states";
import { When } from "@/ui/When";
import { Button } from "@mantine/core";
import classes from "./shop-account.module.css";

export function ShopAccountPage() {
  const t = useT("shop").account;
  const common = useT("common");
  const { slug } = useParams({ strict: false }) as { slug: string };
  const session = useSession();
  const signOut = useSignOut();
  const account = session.account;
  return (
    <>
      <PageHeader
        title={account === undefined ? t.orders : t.hello(account.name)}
        actions={
          account !== undefined && (
            <>
              <ButtonLink to="/my" variant="default">
                {t.settings}
              </ButtonLink>
              <Button variant="default" loading={signOut.isPending} onClick={() => signOut.mutate(undefined)}>
                {common.shell.signOut}
              </Button>
            </>
          )
        }
      />
      {session.status === "anonymous" && <Invitation />}
      {account !== undefined && <AccountOrders slug={slug} />}
      <KeptOrders slug={slug} quiet={account !== undefined} />
    </>
  );
}

export function FindOrderPage() {
  const t = useT("shop").account;
  const { slug } = useParams({ strict: false }) as { slug: string };
  return (
    <>
      <PageHeader title={t.findOrder} intro={t.findOrderIntro} />
      <KeptOrders slug={slug} quiet={false} />
    </>
  );
}

function Invitation() {
  const t = useT("shop").account;
  const identity = useT("common").identity;
  return (
    <div className={classes.invitation}>
      <Text>{t.invitation}</Text>
      <Group gap="xs">
        <ButtonLink to="/sign-in" search={{ to: location.pathname }}>
          {identity.signIn}
        </ButtonLink>
        <ButtonLink to="/sign-up" variant="default">
          {identity.signUp}
        </ButtonLink>
      </Group>
    </div>
  );
}

function AccountOrders({ slug }: { slug: string }) {
  const t = useT("shop").account;
  const orders = useMyOrders({ limit: 100 });
  return (
    <section>
      <SectionTitle action={<Anchor href="/my/orders">{t.allShops}</Anchor>}>{t.ordersHere}</SectionTitle>
      <Loaded query={orders}>
        {({ items }) => {
          const here = items.filter((row) => row.shop.slug === slug);
          return here.length === 0 ? <EmptyState title={t.noOrders} /> : <OrderRows rows={here} />;
        }}
      </Loaded>
    </section>
  );
}

function KeptOrders({ slug, quiet }: { slug: string; quiet: boolean }) {
  const t = useT("shop").account;
  const orders = keptOrders(slug);
  if (orders.length === 0) return quiet ? null : <EmptyState title={t.noKept} body={t.noKeptBody} />;
  return (
    <section>
      <SectionTitle>{t.keptOrders}</SectionTitle>
      <Text size="sm" c="dimmed" mb="sm">
        {t.keptBody}
      </Text>
      <Stack component="ul" gap={0} className={classes.list}>
        {orders.map((order) => (
          <li key={order.id}>
            <AnchorLink to="/shop/$slug/orders/$id" params={{ slug, id: order.id }} fw={600} className="figures">
              {order.number || order.id}
            </AnchorLink>
            <Text size="sm" c="dimmed">
              <When at={order.at} exact />
            </Text>
          </li>
        ))}
      </Stack>
    </section>
  );
}
