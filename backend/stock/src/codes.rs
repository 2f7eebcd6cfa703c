//! Error codes of stock.

kernel::codes! { CODES;
    UNAVAILABLE = 409 "stock.unavailable" "There is not enough in stock.";
    BELOW_RESERVED = 409 "stock.level.below_reserved" "More is promised to orders than that.";
    RESERVATION_ENDED = 409 "stock.reservation.ended" "The reservation of this line has ended.";
}
