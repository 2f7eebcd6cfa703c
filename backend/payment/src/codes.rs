//! Error codes of payments.

kernel::codes! { CODES;
    NOT_PAYABLE = 409 "payment.not_payable" "This payment is finished; it cannot be paid again.";
    EXPIRED = 409 "payment.expired" "The time to pay has run out; order again.";
    NOT_HELD = 409 "payment.not_held" "This payment is not held for a decision.";
    ACCEPT_SHORT = 409 "payment.accept_impossible" "The payment does not cover the order; it can only be refunded.";
    REFUND_EXCEEDS = 409 "payment.refund.exceeds" "More than was captured cannot be refunded.";
    REFUND_CONFLICT = 409 "payment.refund.key_conflict" "This refund was already asked for with another amount.";
    REFUND_STATE = 409 "payment.refund.wrong_state" "Only a failed refund can be tried again.";
    GATEWAY_UNKNOWN = 404 "payment.gateway.unknown" "No payment provider of this name is configured.";
    SIGNATURE_INVALID = 401 "payment.webhook.signature_invalid" "The webhook's signature is missing, wrong or too old.";
    CHALLENGE_OVER = 409 "payment.challenge.over" "This payment step is already over.";
    TRANSFER_REFUSED = 422 "payment.transfer.refused" "The payment provider does not transfer this payout.";
}
