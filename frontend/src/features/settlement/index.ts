/** Settlements, payouts and the balance. */
export { PayoutBadge } from "./parts/payout-badge";
export * from "./queries";
