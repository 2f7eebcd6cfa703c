/**
 * Stripe's own page part, loaded from Stripe when this installation is paid through it and only where one pays.
 * Owns the loading and the few calls that are used; a card's number never comes near our code.
 */
import { styleNonce } from "@/ui/nonce";

interface StripeError {
  message?: string;
}

export interface StripeElements {
  create: (kind: "payment", options?: unknown) => { mount: (place: HTMLElement) => void; unmount: () => void; on: (event: string, run: () => void) => void };
  submit: () => Promise<{ error?: StripeError }>;
  update: (options: { amount: number }) => void;
}

export interface Stripe {
  elements: (options: unknown) => StripeElements;
  createPaymentMethod: (options: { elements: StripeElements }) => Promise<{ error?: StripeError; paymentMethod?: { id: string } }>;
}

declare global {
  interface Window {
    Stripe?: (key: string, options?: { locale?: string }) => Stripe;
  }
}

const SOURCE = "https://js.stripe.com/v3/";
let loading: Promise<void> | undefined;

function load(): Promise<void> {
  loading ??= new Promise<void>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = SOURCE;
    script.async = true;
    script.nonce = styleNonce();
    script.onload = () => resolve();
    script.onerror = () => {
      // A later try loads it anew.
      loading = undefined;
      script.remove();
      reject(new Error("The payment provider's page part did not load."));
    };
    document.head.append(script);
  });
  return loading;
}

export async function openStripe(key: string, locale: string): Promise<Stripe> {
  await load();
  const stripe = window.Stripe?.(key, { locale });
  if (stripe === undefined) throw new Error("The payment provider's page part is not there.");
  return stripe;
}
