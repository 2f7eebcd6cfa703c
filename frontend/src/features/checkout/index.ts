/** From a cart, or one product, to an order that is paid. */
export { type BuyNow, readBuyNow, writeBuyNow } from "./model/buy-now";
export { forgetChallenge, openChallenge, rememberChallenge, safeUrl } from "./model/challenge";
export { isTotalChanged, newTotal } from "./model/changed-total";
export { type CheckoutDraft, dropDraft, openDraft, saveDraft, toOrder } from "./model/draft";
export { AddressFields, BuyerFields, type CheckoutForm } from "./parts/fields";
export { Payment, type PaymentHandle } from "./parts/payment";
export { useAnswerChallenge, useChallenge, useMeta, usePay, usePlaceOrder } from "./queries";
