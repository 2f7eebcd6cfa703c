/** An order's own page: paid or to be paid, each part on its way, and what the buyer may do. It follows by itself. */
import { Alert, Button, Stack, Text } from "@mantine/core";
import { useLocation, useParams, useRouter } from "@tanstack/react-router";
import { useCallback, useEffect, useRef, useState } from "react";
import { useLive } from "@/api/live";
import { toProblem } from "@/api/problem";
import { useSession } from "@/api/session";
import { forgetChallenge, openChallenge, Payment, type PaymentHandle } from "@/features/checkout";
import { inEscrow, keepOrder, type Order, OrderParts, orderToken, paymentSituation, Reservation, useOrder } from "@/features/orders";
import { useShopFront } from "@/features/shopfront";
import { useT } from "@/i18n/provider";
import { tokenIn } from "@/lib/fragment";
import { AnchorLink, ButtonLink } from "@/ui/links";
import { Money, useMoneyText } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { Badge, type Tone } from "@/ui/StateBadge";
import { Totals } from "@/ui/shop/Totals";
import { EmptyState, Loaded } from "@/ui/states";
import { When } from "@/ui/When";
import { usePayment } from "../parts/use-payment";
import classes from "./order.module.css";

const ALSO = { trade: ["order"], payment: ["order"] } as const;

interface Key {
  shop: string;
  id: string;
  token: string | undefined;
}

/** A link from a mail brings the order's key; it is kept here and taken out of the address. */
function useOrderKey(): Key {
  const { slug, id } = useParams({ strict: false }) as { slug: string; id: string };
  const router = useRouter();
  const given = tokenIn(useLocation({ select: ({ hash }) => hash }));
  useEffect(() => {
    if (given === undefined) return;
    keepOrder(slug, { id, token: given });
    void router.navigate({ to: "/shop/$slug/orders/$id", params: { slug, id }, search: {}, hash: "", replace: true });
  }, [slug, id, given, router]);
  return { shop: slug, id, token: given ?? orderToken(slug, id) };
}

export function OrderPage() {
  const key = useOrderKey();
  const query = useOrder(key);
  useLive({ order: key, also: ALSO });
  const anonymous = useSession().status === "anonymous";
  const problem = query.error === null ? undefined : toProblem(query.error);
  const locked = query.data === undefined && problem !== undefined && (problem.isMissing || problem.isSignedOut || problem.isForbidden);
  if (locked && anonymous) return <Locked />;
  return <Loaded query={query}>{(order) => <Opened order={order} orderKey={key} />}</Loaded>;
}

/** A guest without the key: the mail has it, or the account. */
function Locked() {
  const t = useT("shop").order;
  const identity = useT("common").identity;
  return (
    <>
      <PageHeader title={t.title} />
      <EmptyState
        title={t.locked}
        body={t.lockedBody}
        action={
          <ButtonLink to="/sign-in" search={{ to: location.pathname }} variant="default">
            {identity.signIn}
          </ButtonLink>
        }
      />
    </>
  );
}

function Opened({ order, orderKey }: { order: Order; orderKey: Key }) {
  const t = useT("shop").order;
  const { shop, id, token } = orderKey;
  const [now, setNow] = useState(() => Date.now());
  const onOver = useCallback(() => setNow(Date.now()), []);
  const situation = paymentSituation(order, now);
  const seller = useShopFront(shop).data?.seller;

  // A link that came by mail learns the order's number here, for the list of orders of this browser.
  useEffect(() => {
    if (token !== undefined) keepOrder(shop, { id, token, number: order.number, at: order.placed_at });
    if (situation === "paid") forgetChallenge(id);
  }, [shop, id, token, order.number, order.placed_at, situation]);

  const tone: Record<typeof situation, Tone> = { paid: "positive", payable: "caution", checking: "caution", held: "caution", over: "neutral" };
  return (
    <>
      <PageHeader
        title={order.state === "paid" ? t.thanks : t.title}
        badge={<Badge tone={order.state === "cancelled" ? "danger" : tone[situation]}>{t.state[order.state === "cancelled" ? "cancelled" : situation]}</Badge>}
        intro={
          <>
            {t.number} <span className="figures">{order.number}</span> · <When at={order.placed_at} exact />
          </>
        }
      />
      <div className={classes.page}>
        <Stack gap="xl" className={classes.main}>
          <PaymentState order={order} orderKey={orderKey} situation={situation} onOver={onOver} />
          {(situation === "paid" || situation === "payable" || situation === "checking" || situation === "held") && (
            <OrderParts order={order} orderKey={orderKey} />
          )}
        </Stack>
        <aside className={classes.aside} aria-label={t.summary}>
          <Totals
            goods={order.goods}
            delivery={order.delivery}
            vatIncluded={order.vat_included}
            total={order.total}
            refunded={order.refunded}
          />
          <div>
            <h2>{t.shipTo}</h2>
            <p>
              {order.ship_to.name} · {order.ship_to.phone}
              <br />({order.ship_to.postcode}) {order.ship_to.address1} {order.ship_to.address2}
              {order.ship_to.note && (
                <>
                  <br />
                  {order.ship_to.note}
                </>
              )}
            </p>
          </div>
          <div>
            <h2>{t.buyer}</h2>
            <p>
              {order.buyer.name} · {order.buyer.email}
            </p>
          </div>
          {situation === "paid" && <p className={classes.note}>{t.mailSent(order.buyer.email)}</p>}
          {seller !== undefined && (
            <p className={classes.note}>
              {t.help} {seller.name} {seller.phone}
            </p>
          )}
        </aside>
      </div>
    </>
  );
}

interface PaymentStateProps {
  order: Order;
  orderKey: Key;
  situation: ReturnType<typeof paymentSituation>;
  onOver: () => void;
}

function PaymentState({ order, orderKey, situation, onOver }: PaymentStateProps) {
  const t = useT("shop").order;
  const say = useMoneyText();
  const challenge = openChallenge(orderKey.id);
  if (situation === "paid") {
    const held = inEscrow(order);
    return <p className={classes.escrow}>{held.minor > 0 ? t.escrow(say(held)) : t.nothingHeld}</p>;
  }
  if (situation === "payable") return <Retry order={order} orderKey={orderKey} onOver={onOver} />;
  if (situation === "checking") {
    return (
      <Alert color="brand" role="status" title={t.checking}>
        <Text size="sm">{t.checkingBody}</Text>
        {challenge !== undefined && order.payment?.state === "pending" && (
          <Button component="a" href={challenge} variant="default" mt="sm">
            {t.continueChallenge}
          </Button>
        )}
      </Alert>
    );
  }
  if (situation === "held") {
    return (
      <Alert color="caution" role="status" title={t.held}>
        {t.heldBody}
      </Alert>
    );
  }
  return (
    <EmptyState
      title={order.state === "cancelled" ? t.cancelledTitle : t.expired}
      body={order.refunded.minor > 0 ? t.refundedAmount(say(order.refunded)) : t.expiredBody}
      action={
        <AnchorLink to="/shop/$slug/search" params={{ slug: orderKey.shop }}>
          {t.orderAgain}
        </AnchorLink>
      }
    />
  );
}

/** The goods are still kept: the payment may be tried again until the clock has run down. */
function Retry({ order, orderKey, onOver }: { order: Order; orderKey: Key; onOver: () => void }) {
  const t = useT("shop").order;
  const failures: Record<string, string> & { other: string } = useT("shop").payment.failure;
  const say = useMoneyText();
  const handle = useRef<PaymentHandle>(null);
  const { pay, paying } = usePayment(orderKey.shop);
  const failure = order.payment?.failure;
  const submit = async () => {
    const instrument = await handle.current?.collect();
    if (instrument !== undefined) await pay({ order: orderKey.id, token: orderKey.token, instrument }, { replace: true });
  };
  return (
    <section className={classes.retry} aria-label={t.payNow}>
      {failure && (
        <Alert color="danger" role="alert" title={t.declined}>
          {failures[failure] ?? failures.other}
        </Alert>
      )}
      <div>
        <Text>{t.keptFor}</Text>
        {order.expires_at && <Reservation until={order.expires_at} onOver={onOver} />}
      </div>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          <Payment handle={handle} amount={order.total} />
          <Button type="submit" size="md" loading={paying}>
            {t.payAmount(say(order.total))}
          </Button>
        </Stack>
      </form>
      <Text size="sm" c="dimmed">
        {t.notCharged} <Money value={order.total} />
      </Text>
    </section>
  );
}
