//! Names of variants, for lists of stock and the like.

use kernel::{ItemId, Result, VariantId};
use platform::TenantTx;
use sea_orm::FromQueryResult;
use std::collections::HashMap;
use uuid::Uuid;

/// How a variant is called.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct VariantNames {
    /// The variant.
    pub variant_id: VariantId,
    /// Its item.
    pub item_id: ItemId,
    /// Stock keeping unit.
    pub sku: String,
    /// Item in Korean.
    pub item_name: String,
    /// Item in English.
    pub item_name_en: Option<String>,
    /// Variant in Korean.
    pub variant_name: String,
    /// Variant in English.
    pub variant_name_en: Option<String>,
    /// Unit of quantity.
    pub unit: String,
}

const SQL: &str = "SELECT v.id AS variant_id, v.item_id, v.sku, i.name AS item_name, i.name_en AS item_name_en,
    v.name AS variant_name, v.name_en AS variant_name_en, i.unit
  FROM variant v JOIN item i ON i.id = v.item_id WHERE v.id = ANY($1)";

/// The names of own variants.
pub async fn items_by_variant(tx: &TenantTx, variants: &[VariantId]) -> Result<HashMap<VariantId, VariantNames>> {
    if variants.is_empty() {
        return Ok(HashMap::new());
    }
    let ids: Vec<Uuid> = variants.iter().map(|id| id.uuid()).collect();
    let rows: Vec<VariantNames> = tx.rows(SQL, [ids.into()]).await?;
    Ok(rows.into_iter().map(|row| (row.variant_id, row)).collect())
}
