//! Items as registered with the operator: who may resell them, and which version is current.

use crate::contract::Visibility;
use chrono::{DateTime, Utc};
use kernel::{CompanyId, ItemId, RegisteredItemId};
use platform::{In, Platform};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Whether an item may be sold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[schema(as = RegisteredStatus)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Status {
    /// It may.
    Active,
    /// Its supplier has ended it.
    Ended,
    /// The operator has blocked it.
    Blocked,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "registered_item")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RegisteredItemId,
    pub supplier_id: CompanyId,
    pub item_id: ItemId,
    pub version: i64,
    pub status: Status,
    pub visibility: Visibility,
    pub companies: Vec<Uuid>,
    pub name: String,
    pub name_en: Option<String>,
    pub updated_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

impl Model {
    /// Whether a company may resell it.
    #[must_use]
    pub fn is_open_to(&self, company: CompanyId) -> bool {
        self.status == Status::Active
            && self.supplier_id != company
            && match self.visibility {
                Visibility::Own => false,
                Visibility::All => true,
                Visibility::Chosen => self.companies.contains(&company.uuid()),
            }
    }
}

/// Some items.
pub fn of(items: &[RegisteredItemId]) -> Select<Entity> {
    Entity::find().filter(Column::Id.is_in(items.iter().copied()))
}
