//! What the audit log tells of items, prices, categories, listings and offers. It is told where a
//! person changes them; what follows from it by itself is not told again.

use crate::entity::{PriceKind, item, item_category, listing, shop_category, supply_offer, variant};
use kernel::{CompanyId, Money, audit_actions};
use serde_json::{Value, json};

audit_actions! { AUDIT;
    ITEM_CREATED = "catalog.item.created" ["code", "name", "unit", "tax_class", "category", "status"];
    ITEM_CHANGED = "catalog.item.changed" [
        "code", "name", "name_en", "description", "description_en", "unit", "tax_class", "category", "status"
    ];
    VARIANT_ADDED = "catalog.variant.added" ["sku", "name", "list_price", "selling_price", "supply_price"];
    VARIANT_CHANGED = "catalog.variant.changed" ["name", "name_en", "barcode", "status"];
    PRICE_SET = "catalog.price.set" ["list_price", "selling_price", "supply_price", "valid_from", "valid_to"];
    ITEM_CATEGORY_ADDED = "catalog.item_category.added" ["code", "name", "name_en", "parent", "shop_category"];
    ITEM_CATEGORY_CHANGED = "catalog.item_category.changed" ["code", "name", "name_en", "parent", "shop_category"];
    ITEM_CATEGORY_DELETED = "catalog.item_category.deleted" ["code", "name", "name_en", "parent", "shop_category"];
    SHOP_CATEGORY_ADDED = "catalog.shop_category.added" ["slug", "name", "name_en", "parent", "position"];
    SHOP_CATEGORY_CHANGED = "catalog.shop_category.changed" ["slug", "name", "name_en", "parent", "position"];
    SHOP_CATEGORY_DELETED = "catalog.shop_category.deleted" ["slug", "name", "name_en", "parent", "position"];
    LISTING_MADE = "catalog.listing.made" ["slug", "name", "category", "status"];
    LISTING_CHANGED = "catalog.listing.changed" ["name", "name_en", "description", "description_en", "category"];
    LISTING_PRICE_SET = "catalog.listing_price.set" ["selling_price"];
    LISTING_PUBLISHED = "catalog.listing.published" ["status"];
    LISTING_HIDDEN = "catalog.listing.hidden" ["status"];
    LISTING_ENDED = "catalog.listing.ended" ["status"];
    OFFER_SET = "catalog.offer.set" ["contract", "visibility", "companies", "min_quantity", "max_quantity", "price_floor_rate", "status"];
    OFFER_ENDED = "catalog.offer.ended" ["status"];
}

pub(crate) fn item(row: &item::Model) -> Value {
    json!({
        "code": row.code, "name": row.name, "name_en": row.name_en, "description": row.description, "description_en": row.description_en,
        "unit": row.unit, "tax_class": row.tax_class, "category": row.category_id, "status": row.status,
    })
}

pub(crate) fn variant(row: &variant::Model) -> Value {
    json!({"name": row.name, "name_en": row.name_en, "barcode": row.barcode, "status": row.status})
}

/// A price under the name of its kind.
pub(crate) fn price(kind: PriceKind, amount: Money) -> Value {
    match kind {
        PriceKind::List => json!({"list_price": amount}),
        PriceKind::Selling => json!({"selling_price": amount}),
        PriceKind::Supply => json!({"supply_price": amount}),
    }
}

pub(crate) fn item_category(row: &item_category::Model) -> Value {
    json!({"code": row.code, "name": row.name, "name_en": row.name_en, "parent": row.parent_id, "shop_category": row.shop_category_id})
}

pub(crate) fn shop_category(row: &shop_category::Model) -> Value {
    json!({"slug": row.slug, "name": row.name, "name_en": row.name_en, "parent": row.parent_id, "position": row.position})
}

pub(crate) fn listing(row: &listing::Model) -> Value {
    json!({
        "name": row.title, "name_en": row.title_en, "description": row.description, "description_en": row.description_en,
        "category": row.category_id,
    })
}

pub(crate) fn offer(row: &supply_offer::Model) -> Value {
    let companies: Vec<String> = row.companies.iter().map(|id| CompanyId(*id).to_string()).collect();
    json!({
        "contract": row.contract, "visibility": row.visibility, "companies": companies, "min_quantity": row.min_quantity,
        "max_quantity": row.max_quantity, "price_floor_rate": row.price_floor_rate.map(|rate| rate.normalize()), "status": row.status,
    })
}
