/** How one pays: the sandbox's card form, or Stripe's own. Whoever submits asks it for the instrument. */
import { lazy, type Ref, Suspense } from "react";
import type { MoneyValue } from "@/lib/money";
import { Loaded, PendingState } from "@/ui/states";
import { type Instrument, useMeta } from "../queries";
import { SandboxCard } from "./sandbox-card";

export interface PaymentHandle {
  /** What to pay with; undefined when something is missing, which is then shown at its input. */
  collect: () => Promise<Instrument | undefined>;
}

const StripeCard = lazy(() => import("./stripe-card"));

export function Payment({ handle, amount }: { handle: Ref<PaymentHandle>; amount: MoneyValue }) {
  const meta = useMeta();
  return (
    <Loaded query={meta} pending={<PendingState lines={2} />}>
      {({ gateway, stripe_publishable_key }) =>
        gateway === "stripe" ? (
          <Suspense fallback={<PendingState lines={2} />}>
            <StripeCard handle={handle} amount={amount} publishableKey={stripe_publishable_key ?? ""} />
          </Suspense>
        ) : (
          <SandboxCard handle={handle} />
        )
      }
    </Loaded>
  );
}
