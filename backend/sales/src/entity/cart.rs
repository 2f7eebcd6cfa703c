//! `cart`: what a visitor means to buy. A guest finds it by a token, a signed-in buyer by account.

use chrono::{DateTime, Utc};
use kernel::{AccountId, CartId, Result};
use platform::{In, Tenant, TenantTx};
use sea_orm::{
    QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{LockBehavior, LockType},
};

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

/// Carts of guests that nobody has touched since, locked against a guest who comes back right now.
pub(crate) fn forgotten(before: DateTime<Utc>, limit: u64) -> Select<Entity> {
    Entity::find()
        .filter(Column::AccountId.is_null())
        .filter(Column::UpdatedAt.lt(before))
        .order_by_asc(Column::UpdatedAt)
        .limit(limit)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
}

/// Adds a cart unless its account has one; tells whether it was added. A person may open one in two
/// windows at once, so the database decides.
pub(crate) async fn add(tx: &TenantTx, new: &Model) -> Result<bool> {
    let sql = "INSERT INTO cart (id, token_hash, account_id, created_at, updated_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
    let account: Option<Uuid> = new.account_id.map(|account| account.uuid());
    let values: [Value; 5] = [new.id.into(), new.token_hash.clone().into(), account.into(), new.created_at.into(), new.updated_at.into()];
    Ok(tx.run(sql, values).await? == 1)
}
