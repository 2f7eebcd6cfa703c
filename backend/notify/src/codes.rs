//! Error codes of this context.

kernel::codes! { CODES;
    ALREADY_SENT = 409 "notify.mail.already_sent" "The mail has been sent; there is nothing to try again.";
    TOO_MANY_ENDPOINTS = 409 "notify.webhook.too_many" "The company has as many webhook endpoints as it may have; delete one first.";
    ENDPOINT_OFF = 409 "notify.webhook.off" "The endpoint is switched off; switch it on first.";
    DELIVERY_TOO_OLD = 409 "notify.webhook.too_old" "What was sent is no longer kept, so it cannot be sent again.";
}
