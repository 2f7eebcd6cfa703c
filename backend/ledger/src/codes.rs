//! Error codes of the ledger.

kernel::codes! { CODES;
    KEY_CONFLICT = 409 "ledger.key_conflict" "This money move was already recorded with other content.";
    ESCROW_SHORT = 409 "ledger.escrow_short" "The escrow of this trade does not hold that much.";
    PENDING_GONE = 409 "ledger.pending_gone" "The reserved amount was already paid or released.";
    UNBALANCED = 422 "ledger.unbalanced" "The parts of this trade do not sum to what the buyer paid.";
    NOT_RELEASED = 409 "ledger.settlement.not_released" "The money of this trade was not released as the settlement says.";
    PAYOUT_STATE = 409 "ledger.payout.wrong_state" "The payout is not in a state that allows this.";
    PAYOUT_NO_ACCOUNT = 409 "ledger.payout.no_account" "The company has not entered a payout account.";
    PAYOUT_NEEDS_RELEASE = 409 "ledger.payout.needs_release" "The payout is above the limit: two persons have to let it go first.";
    BATCH_EMPTY = 409 "ledger.batch.empty" "There is no payout to put in a transfer file.";
    BATCH_MIXED = 409 "ledger.batch.mixed_currencies" "A transfer file holds payouts of one currency.";
    BATCH_ALTERED = 409 "ledger.batch.altered" "The transfer file differs from the one that was made; do not use it.";
}
