//! Versions of registered items. Never changed; an order line names the version it was sold under.

use crate::{contract::ContractKind, registration::Variants};
use chrono::{DateTime, Utc};
use kernel::{Currency, RegisteredItemId, TaxClass};
use platform::{In, Platform};
use sea_orm::{Condition, ExprTrait, entity::prelude::*};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "registered_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub registered_item_id: RegisteredItemId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i64,
    pub name: String,
    pub name_en: Option<String>,
    pub description: String,
    pub description_en: Option<String>,
    pub unit: String,
    pub tax_class: TaxClass,
    pub category_code: Option<String>,
    pub contract: ContractKind,
    pub currency: Currency,
    pub min_quantity: i32,
    pub max_quantity: Option<i32>,
    #[sea_orm(column_type = "JsonBinary")]
    pub variants: Variants,
    #[sea_orm(column_type = "JsonBinary")]
    pub media: Json,
    pub created_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

impl Model {
    /// The key of the first picture in its middle size, as lists show it.
    #[must_use]
    pub fn cover(&self) -> Option<&str> {
        self.media.get(0)?.get("keys")?.get("800")?.as_str()
    }
}

/// Some versions of some items.
pub fn of(versions: &[(RegisteredItemId, i64)]) -> Select<Entity> {
    let any =
        versions.iter().fold(Condition::any(), |any, (item, version)| any.add(Column::RegisteredItemId.eq(*item).and(Column::Version.eq(*version))));
    // An empty list of alternatives would match everything.
    let any = if versions.is_empty() { any.add(Column::Version.lt(i64::MIN)) } else { any };
    Entity::find().filter(any)
}
