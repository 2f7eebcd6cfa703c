/** Settlements and the payouts that carry their money. */
export { BatchDialog } from "./parts/batch-dialog";
export { ConfirmPayoutDialog, ReleasePayoutDialog, ReturnPayoutDialog, TransferPayoutDialog } from "./parts/payout-dialogs";
export { PayoutBadge } from "./parts/payout-badge";
export { RunSettlement } from "./parts/run-settlement";
export { NettingFacts, SettlementSumFacts } from "./parts/settlement-facts";
export * from "./queries";
