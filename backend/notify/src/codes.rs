//! Error codes of this context.

kernel::codes! { CODES;
    ALREADY_SENT = 409 "notify.mail.already_sent" "The mail has been sent; there is nothing to try again.";
}
