//! `customer`: a person who has bought in this shop, one row per account or per guest's address.

use chrono::{DateTime, Utc};
use kernel::{AccountId, Currency, CustomerId, Locale, Result};
use platform::{In, Tenant, TenantTx};
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

/// Adds a customer who has bought nothing yet, unless the account or the guest's address has one.
/// Two payments of one person may come at once, so the database decides.
pub(crate) async fn add(tx: &TenantTx, new: Model) -> Result<()> {
    let sql = "INSERT INTO customer (id, account_id, email, name, phone, locale, orders, spent_minor, currency, created_at)
               VALUES ($1, $2, $3, $4, $5, $6, 0, 0, $7, $8) ON CONFLICT DO NOTHING";
    let values: [Value; 8] = [
        new.id.into(),
        new.account_id.map(|account| account.uuid()).into(),
        new.email.into(),
        new.name.into(),
        new.phone.into(),
        new.locale.into(),
        new.currency.into(),
        new.created_at.into(),
    ];
    tx.run(sql, values).await?;
    Ok(())
}
