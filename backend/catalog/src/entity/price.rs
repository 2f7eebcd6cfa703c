//! Prices with their periods; a running price has no end, ended ones are the history.

use super::PriceKind;
use chrono::{DateTime, Utc};
use kernel::{AccountId, Currency, PriceId, VariantId};
use platform::{In, Tenant};
use sea_orm::entity::prelude::*;

/// A price of a variant in a period.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "price")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PriceId,
    pub variant_id: VariantId,
    pub kind: PriceKind,
    pub currency: Currency,
    pub amount_minor: i64,
    pub valid_from: DateTime<Utc>,
    pub valid_to: Option<DateTime<Utc>>,
    pub created_by: Option<AccountId>,
    pub created_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Tenant> for Entity {}
