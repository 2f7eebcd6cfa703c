//! The refusals of this context.

kernel::codes! { CODES;
    ITEM_CODE_TAKEN = 409 "catalog.item.code_taken" "Another item has this code.";
    ITEM_NOT_ACTIVE = 409 "catalog.item.not_active" "The item is not active.";
    SKU_TAKEN = 409 "catalog.variant.sku_taken" "Another variant has this SKU.";
    BARCODE_TAKEN = 409 "catalog.variant.barcode_taken" "Another variant has this barcode.";
    LAST_VARIANT = 409 "catalog.variant.last_active" "The last variant of a listed or offered item cannot be put away.";
    TOO_MANY_VARIANTS = 409 "catalog.variant.too_many" "An item has at most 100 variants.";
    CATEGORY_TAKEN = 409 "catalog.category.taken" "Another category has this code or address.";
    CATEGORY_IN_USE = 409 "catalog.category.in_use" "The category is in use; move what is in it first.";
    TOO_MANY_CATEGORIES = 409 "catalog.category.too_many" "A company has at most 300 categories of a kind.";
    PRICE_OVERLAP = 409 "catalog.price.overlap" "A price is already planned within this period.";
    PRICE_CURRENCY = 422 "catalog.price.currency" "All prices of an item are in one currency.";
    OFFER_CONTRACT_FIXED = 409 "catalog.offer.contract_fixed" "The contract of a standing offer cannot change; end the offer and make a new one.";
    OFFER_NOT_ACTIVE = 409 "catalog.offer.not_active" "The item is not offered.";
    LISTING_EXISTS = 409 "catalog.listing.exists" "The item is already listed in this shop.";
    LISTING_ENDED = 409 "catalog.listing.ended" "The listing has ended.";
    LISTING_SLUG_TAKEN = 409 "catalog.listing.slug_taken" "Another product of this shop has this address.";
    LISTING_NOT_SELLABLE = 409 "catalog.listing.not_sellable" "A product needs at least one active variant with a selling price before it is published.";
    LISTING_BELOW_FLOOR = 422 "catalog.listing.below_floor" "The selling price is below the supplier's price floor.";
    LISTING_LOSS = 422 "catalog.listing.loss" "The selling price is below the supply price; say that you accept the loss.";
    MEDIA_TYPE = 415 "catalog.media.type" "Only PNG, JPEG and WebP pictures are accepted.";
    MEDIA_UNREADABLE = 422 "catalog.media.unreadable" "The picture could not be read.";
    MEDIA_DIMENSIONS = 422 "catalog.media.dimensions" "The picture is too small or too large.";
    MEDIA_TOO_MANY = 409 "catalog.media.too_many" "An item has at most 20 pictures.";
}
