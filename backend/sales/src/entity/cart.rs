//! `cart`: what a visitor means to buy. A guest finds it by a token, a signed-in buyer by account.

use chrono::{DateTime, Utc};
use kernel::{AccountId, CartId};
use platform::{In, Tenant};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cart")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CartId,
    pub token_hash: String,
    pub account_id: Option<AccountId>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl In<Tenant> for Entity {}

/// Carts of guests with this token; a cart that follows an account is not found by a token.
pub(crate) fn of_guest(token: &str) -> Select<Entity> {
    Entity::find().filter(Column::TokenHash.eq(crate::token::hash(token))).filter(Column::AccountId.is_null())
}

/// The cart of an account.
pub(crate) fn of_account(account: AccountId) -> Select<Entity> {
    Entity::find().filter(Column::AccountId.eq(account))
}
