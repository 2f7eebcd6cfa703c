//! Error codes of the books.

kernel::codes! { CODES;
    RANGE_INVALID = 422 "books.range.invalid" "The range of days is not valid.";
    RANGE_TOO_LONG = 422 "books.range.too_long" "The range of days is longer than 400 days.";
    CURRENCY_NEEDED = 422 "books.currency.needed" "The entries are of several currencies; choose one.";
    EXPORT_TOO_LARGE = 422 "books.export.too_large" "These are too many entries for one file; choose a shorter range.";
}
