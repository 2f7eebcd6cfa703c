/** Payments, what was wrong with those that are held, and refunds. */
export { differenceOf, heldReason, surplusOf } from "./model/held";
export { HeldWhy } from "./parts/held-why";
export { PaymentBadge, RefundBadge } from "./parts/badges";
export { RefundReason } from "./parts/refund-reason";
export { ResolvePayment } from "./parts/resolve";
export { RetryRefundDialog } from "./parts/retry-refund";
export * from "./queries";
