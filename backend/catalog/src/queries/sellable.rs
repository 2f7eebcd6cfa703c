//! What a cart or an order needs to know of the variants in it.

use crate::entity::{ListingContract, ListingStatus, ListingVariantStatus};
use kernel::{CompanyId, Currency, ListingId, RegisteredItemId, Result, TaxClass, VariantId};
use platform::TenantTx;
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A variant of a listing with all that an order freezes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromQueryResult)]
pub struct Sellable {
    /// Its id in this shop.
    pub listing_variant_id: Uuid,
    /// Its listing.
    pub listing_id: ListingId,
    /// The product's address.
    pub slug: String,
    /// The supplier's variant.
    pub variant_id: VariantId,
    /// Who delivers.
    pub supplier_id: CompanyId,
    /// The item as registered with the operator.
    pub registered_item_id: RegisteredItemId,
    /// The version sold.
    pub registered_version: i64,
    /// What the sale is.
    pub contract: ListingContract,
    /// Stock keeping unit.
    pub sku: String,
    /// Title in Korean.
    pub title: String,
    /// Title in English.
    pub title_en: Option<String>,
    /// Variant in Korean.
    pub variant_name: String,
    /// Variant in English.
    pub variant_name_en: Option<String>,
    /// Unit of quantity.
    pub unit: String,
    /// How it is taxed.
    pub tax_class: TaxClass,
    /// Address of its shop category.
    pub category: Option<String>,
    /// Key of its cover picture.
    pub picture_key: Option<String>,
    /// List price.
    pub list_price_minor: i64,
    /// What a buyer pays.
    pub selling_price_minor: i64,
    /// What the seller owes the supplier.
    pub supply_price_minor: i64,
    /// Currency of the three.
    pub currency: Currency,
    /// Least quantity of a line.
    pub min_quantity: i32,
    /// Greatest quantity of a line.
    pub max_quantity: Option<i32>,
    /// What can be sold, as last heard.
    pub available: i32,
    /// Whether it may be bought: published and offered.
    pub on_sale: bool,
}

/// Most variants asked for at once.
const MOST: usize = 500;

const SQL: &str = "SELECT lv.id AS listing_variant_id, l.id AS listing_id, l.slug, lv.variant_id, l.supplier_id, l.registered_item_id,
    l.registered_version, l.contract, lv.sku, l.title, l.title_en, lv.name AS variant_name, lv.name_en AS variant_name_en,
    l.unit, l.tax_class, c.slug AS category, l.picture_key, lv.list_price_minor, lv.selling_price_minor, lv.supply_price_minor,
    l.currency, l.min_quantity, l.max_quantity, lv.available, (l.status = $2 AND lv.status = $3) AS on_sale
  FROM listing_variant lv JOIN listing l ON l.id = lv.listing_id LEFT JOIN shop_category c ON c.id = l.category_id
  WHERE lv.id = ANY($1)";

/// The variants of those ids that this shop has, in no order.
pub async fn sellable(tx: &TenantTx, listing_variants: &[Uuid]) -> Result<Vec<Sellable>> {
    if listing_variants.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = listing_variants.iter().copied().take(MOST).collect();
    tx.rows(SQL, [ids.into(), ListingStatus::Published.as_str().into(), ListingVariantStatus::Active.as_str().into()]).await
}
