/** Settlements and the payouts that carry their money. */
export { BatchDialog } from "./parts/batch-dialog";
export { ConfirmPayoutDialog, ReturnPayoutDialog } from "./parts/payout-dialogs";
export { PayoutBadge } from "./parts/payout-badge";
export { RunSettlement } from "./parts/run-settlement";
export { SettlementPaper } from "./parts/settlement-paper";
export * from "./queries";
