//! Error codes of trades.

kernel::codes! { CODES;
    TRANSITION_REFUSED = 409 "trade.transition.refused" "The trade does not allow this step in its present state.";
    ACTOR_REFUSED = 403 "trade.transition.actor_refused" "This step of the trade is not yours to take.";
    GATE_RED = 409 "trade.gate.red" "A check before the purchase order failed; issuing it needs a reason.";
    GATE_UNCHECKED = 409 "trade.gate.unchecked" "The order has not been checked against its registered items yet.";
    REASON_REQUIRED = 422 "trade.reason.required" "Say why.";
    LINES_UNKNOWN = 422 "trade.lines.unknown" "Some lines do not belong to the trade, or are cancelled already.";
    DELIVERY_INVALID = 422 "trade.delivery.invalid" "The delivery confirmation is not valid.";
    DELIVERY_EMPTY = 409 "trade.delivery.empty" "Nothing of what is left of the trade was delivered; send the confirmation back or cancel.";
    CONFIRM_TOO_EARLY = 409 "trade.confirm.too_early" "The buyer still has time to answer.";
    CLAIM_OPEN = 409 "trade.claim.open" "A claim is open on the trade.";
    OFFER_CLOSED = 409 "trade.offer.closed" "The item is not offered to this company.";
    DRAFT_INVALID = 422 "trade.draft.invalid" "The parts of the trade do not sum to the whole.";
    FILE_TYPE = 415 "trade.file.type" "Only PDF, PNG and JPEG files are accepted; the content decides.";
    FILE_EMPTY = 422 "trade.file.empty" "The file is empty.";
}
