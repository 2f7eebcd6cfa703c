/** Stripe's payment element in the checkout's own frame. */
import { Stack, Text } from "@mantine/core";
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import { useLocale, useT } from "@/i18n/provider";
import type { MoneyValue } from "@/lib/money";
import { openStripe, type Stripe, type StripeElements } from "../stripe";
import type { PaymentHandle } from "./payment";

interface StripeCardProps {
  handle: Ref<PaymentHandle>;
  amount: MoneyValue;
  publishableKey: string;
}

export default function StripeCard({ handle, amount, publishableKey }: StripeCardProps) {
  const t = useT("shop").payment;
  const { locale } = useLocale();
  const place = useRef<HTMLDivElement>(null);
  const opened = useRef<{ stripe: Stripe; elements: StripeElements }>(undefined);
  // The element is made once; a later amount is told to it.
  const start = useRef(amount);
  const [trouble, setTrouble] = useState<string>();

  useEffect(() => {
    let left = false;
    let close: (() => void) | undefined;
    openStripe(publishableKey, locale)
      .then((stripe) => {
        if (left || place.current === null) return;
        const elements = stripe.elements({
          mode: "payment",
          amount: start.current.minor,
          currency: start.current.currency.toLowerCase(),
          paymentMethodCreation: "manual",
        });
        const element = elements.create("payment");
        element.mount(place.current);
        close = () => element.unmount();
        opened.current = { stripe, elements };
      })
      .catch(() => setTrouble(t.providerMissing));
    return () => {
      left = true;
      opened.current = undefined;
      close?.();
    };
  }, [publishableKey, locale, t]);

  useEffect(() => {
    start.current = amount;
    if (amount.minor > 0) opened.current?.elements.update({ amount: amount.minor });
  }, [amount]);

  useImperativeHandle(handle, () => ({
    collect: async () => {
      const now = opened.current;
      if (now === undefined) {
        setTrouble(t.providerMissing);
        return undefined;
      }
      setTrouble(undefined);
      const submitted = await now.elements.submit();
      // What is wrong with an input is shown by Stripe at that input.
      if (submitted.error !== undefined) return undefined;
      const made = await now.stripe.createPaymentMethod({ elements: now.elements });
      if (made.paymentMethod === undefined) {
        setTrouble(made.error?.message ?? t.failure.other);
        return undefined;
      }
      return { payment_method: made.paymentMethod.id };
    },
  }));

  return (
    <Stack gap="xs">
      <div ref={place} />
      {trouble !== undefined && (
        <Text role="alert" size="sm" c="var(--mantine-color-error)">
          {trouble}
        </Text>
      )}
    </Stack>
  );
}
