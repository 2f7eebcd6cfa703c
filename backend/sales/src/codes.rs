//! Error codes of sales.

kernel::codes! { CODES;
    CART_FULL = 409 "sales.cart.full" "The cart takes no more different products.";
    CART_EMPTY = 409 "sales.cart.empty" "The cart is empty.";
    TOTAL_CHANGED = 409 "sales.total_changed" "The total has changed; look at it again before you pay.";
    ORDER_ENDED = 409 "sales.order.ended" "The order is no longer waiting for a payment.";
}
