//! `customer`: a person who has bought in this shop, one row per account or per guest's address.

use chrono::{DateTime, Utc};
use kernel::{AccountId, Currency, CustomerId, Locale};
use platform::{In, Tenant};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "customer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CustomerId,
    pub account_id: Option<AccountId>,
    /// Lower case.
    pub email: String,
    pub name: String,
    pub phone: Option<String>,
    pub locale: Locale,
    pub orders: i32,
    /// What was paid less what went back.
    pub spent_minor: i64,
    pub currency: Currency,
    pub first_order_at: Option<DateTime<Utc>>,
    pub last_order_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl In<Tenant> for Entity {}

/// The customer with this account, or the guest with this address.
pub(crate) fn who(account: Option<AccountId>, email: &str) -> Select<Entity> {
    match account {
        Some(account) => Entity::find().filter(Column::AccountId.eq(account)),
        None => Entity::find().filter(Column::Email.eq(email)).filter(Column::AccountId.is_null()),
    }
}
