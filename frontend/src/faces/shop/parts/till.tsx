/** The form of the till. Placing the order reserves the goods; paying follows at once. */
import { Alert, Button, Text } from "@mantine/core";
import { useEffect, useId, useRef, useState } from "react";
import { type Problem, toProblem } from "@/api/problem";
import { useSession } from "@/api/session";
import type { Schemas } from "@/api/types";
import {
  AddressFields,
  BuyerFields,
  type CheckoutForm,
  dropDraft,
  isTotalChanged,
  newTotal,
  openDraft,
  Payment,
  type PaymentHandle,
  saveDraft,
  toOrder,
  usePlaceOrder,
} from "@/features/checkout";
import { useForgetCart } from "@/features/cart";
import { keepOrder } from "@/features/orders";
import { useLocale, useReasonText, useT } from "@/i18n/provider";
import type { MoneyValue } from "@/lib/money";
import { useAppForm, useRules } from "@/ui/form";
import { AnchorLink } from "@/ui/links";
import { Money, useMoneyText } from "@/ui/Money";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { Picture } from "@/ui/shop/Picture";
import { Totals } from "@/ui/shop/Totals";
import classes from "../pages/till.module.css";
import { usePayment } from "./use-payment";

export interface Basis {
  items: { id: string; title: string; variant: string; picture: string | null | undefined; quantity: number; amount: MoneyValue }[];
  goods: MoneyValue;
  delivery: MoneyValue;
  vatIncluded: MoneyValue | undefined;
  total: MoneyValue;
  /** For "buy now"; left out, the cart is ordered. */
  lines: { variant_id: string; quantity: number }[] | undefined;
}

interface TillProps {
  slug: string;
  basis: Basis;
  cart: Record<string, string>;
  /** The figures shown are no longer right. */
  onStale: () => void;
  /** Something is gone: back to where it can be changed. */
  onOutOfStock: () => void;
}

function useCheckoutForm(slug: string): CheckoutForm {
  const t = useT("shop").checkout;
  const rules = useRules();
  const account = useSession().account;
  const [initial] = useState(() => openDraft(slug, account));
  return useAppForm({
    initialValues: initial as typeof initial & Record<string, unknown>,
    validate: {
      buyer: { name: rules.required, email: rules.email, phone: rules.phone },
      ship_to: {
        name: rules.required,
        phone: rules.phone,
        postcode: (value: string) => (/^\d{5}$/.test(value.trim()) ? null : t.wrongPostcode),
        address1: rules.required,
      },
    },
    onValuesChange: (values) => saveDraft(slug, values),
  });
}

export function Till({ slug, basis, cart, onStale, onOutOfStock }: TillProps) {
  const t = useT("shop").checkout;
  const say = useMoneyText();
  const reasonText = useReasonText();
  const { locale } = useLocale();
  const account = useSession().account;
  const form = useCheckoutForm(slug);
  const payment = useRef<PaymentHandle>(null);
  const place = usePlaceOrder(slug);
  const { pay, paying } = usePayment(slug);
  const forgetCart = useForgetCart(slug);
  const formId = useId();
  const [changed, setChanged] = useState<{ from: MoneyValue; to: MoneyValue | undefined }>();
  const [problem, setProblem] = useState<Problem>();
  const notice = useRef<HTMLDivElement>(null);
  const busy = place.isPending || paying;

  useEffect(() => {
    if (changed !== undefined || problem !== undefined) notice.current?.focus();
  }, [changed, problem]);

  const refused = (thrown: unknown) => {
    const refusal = toProblem(thrown);
    if (isTotalChanged(refusal)) {
      setChanged({ from: basis.total, to: newTotal(refusal) });
      onStale();
      return;
    }
    setProblem(refusal);
    for (const { field, reason } of refusal.fields) {
      if (/^(buyer|ship_to)\./.test(field)) form.setFieldError(field, reasonText(reason));
    }
    onStale();
  };

  const submit = async () => {
    setChanged(undefined);
    setProblem(undefined);
    const { hasErrors, errors } = form.validate();
    if (hasErrors) {
      form.getInputNode(Object.keys(errors)[0] ?? "buyer.name")?.focus();
      return;
    }
    try {
      const instrument = await payment.current?.collect();
      if (instrument === undefined) return;
      const order: Schemas["PlaceOrder"] = {
        ...toOrder(form.getValues()),
        locale,
        expected_total: basis.total,
        ...(basis.lines === undefined ? {} : { lines: basis.lines }),
      };
      const placed = await place.mutateAsync({ order, cart });
      keepOrder(slug, { id: placed.order_id, number: placed.order_number, token: placed.order_token });
      dropDraft(slug);
      if (basis.lines === undefined) forgetCart();
      await pay({ order: placed.order_id, token: placed.order_token, instrument }, { replace: true });
    } catch (thrown) {
      refused(thrown);
    }
  };

  const label = t.pay(say(basis.total));
  const button = (
    <Button type="submit" form={formId} size="md" fullWidth loading={busy}>
      {label}
    </Button>
  );
  return (
    <div className={classes.page}>
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <section className={classes.section} aria-labelledby={`${formId}-buyer`}>
          <h2 id={`${formId}-buyer`}>{t.buyer}</h2>
          {account === undefined && (
            <Text size="sm" mb="md" c="dimmed">
              {t.asGuest}{" "}
              <AnchorLink to="/sign-in" search={{ to: location.pathname + location.search }} inherit underline="always">
                {t.signIn}
              </AnchorLink>
            </Text>
          )}
          <BuyerFields form={form} />
        </section>
        <section className={classes.section} aria-labelledby={`${formId}-address`}>
          <h2 id={`${formId}-address`}>{t.shipTo}</h2>
          <AddressFields form={form} />
        </section>
        <section className={classes.section} aria-labelledby={`${formId}-payment`}>
          <h2 id={`${formId}-payment`}>{t.payment}</h2>
          <Payment handle={payment} amount={basis.total} />
        </section>
      </form>
      <aside className={classes.aside} aria-label={t.summary}>
        <ul className={classes.items}>
          {basis.items.map((item) => (
            <li key={item.id}>
              <Picture src={item.picture} alt="" />
              <span>
                {item.title}
                <Text component="span" display="block" size="sm" c="dimmed">
                  {item.variant} · {t.pieces(item.quantity)}
                </Text>
              </span>
              <Money value={item.amount} />
            </li>
          ))}
        </ul>
        <Totals goods={basis.goods} delivery={basis.delivery} vatIncluded={basis.vatIncluded} total={basis.total} />
        <div ref={notice} tabIndex={-1}>
          {changed !== undefined && (
            <Alert color="caution" role="alert" title={t.changedTitle}>
              {t.changedBody(say(changed.from), changed.to === undefined ? undefined : say(changed.to))}
            </Alert>
          )}
          <ProblemAlert problem={problem} />
          {problem !== undefined && STOCK.test(problem.code) && (
            <Button variant="default" mt="xs" onClick={onOutOfStock}>
              {t.change}
            </Button>
          )}
        </div>
        <div className={classes.wideOnly}>
          {button}
        </div>
        <Text size="sm" c="dimmed">
          {t.escrow(say(basis.total))}
        </Text>
        <Text size="sm" c="dimmed">
          {t.privacy}
        </Text>
      </aside>
      <div className={classes.submitBar}>
        <p>
          <small>{t.totalToPay}</small>
          <Money value={basis.total} className={`figures ${classes.sumText}`} />
        </p>
        {button}
      </div>
    </div>
  );
}

/** Refusals that are mended in the cart or on the product's page. */
const STOCK = /^(stock\.|flow\.line\.)/;
