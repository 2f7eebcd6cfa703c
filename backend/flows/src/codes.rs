//! Error codes of what crosses contexts.

kernel::codes! { CODES;
    SHOP_NOT_SELLING = 409 "flow.shop.not_selling" "The shop is being set up and does not sell yet.";
    SHOP_PAUSED = 409 "flow.shop.paused" "The shop takes no new orders for the time being; orders under way are finished.";
    CART_EMPTY = 409 "flow.cart.empty" "There is nothing to order.";
    LINE_NOT_ON_SALE = 409 "flow.line.not_on_sale" "A product is no longer on sale.";
    LINE_QUANTITY = 422 "flow.line.quantity" "The quantity is outside what can be ordered.";
    TOTAL_CHANGED = 409 "flow.order.total_changed" "The total has changed; look at it again before you pay.";
    ORDER_EXPIRED = 409 "flow.order.expired" "The time to pay is over; the goods were released.";
    ORDER_ALREADY_PAID = 409 "flow.order.already_paid" "The order is paid already.";
    COMPANY_NOT_FINISHED = 409 "flow.company.not_finished" "The company has trades or money to finish first.";
    COMPANY_NOT_TRADING = 409 "flow.company.not_trading" "The company is not verified, or is suspended.";
    OFFER_NOT_OPEN = 404 "flow.offer.not_open" "The supply offer does not exist or is not open to you.";
    OFFER_IS_OWN = 409 "flow.offer.own" "It is your own item; list it directly.";
    GATE_RED = 409 "flow.gate.red" "The order does not agree with the registered item; an override needs a reason.";
    NOTHING_TO_RELEASE = 409 "flow.payout.nothing_to_release" "The payout does not wait for two persons.";
}
