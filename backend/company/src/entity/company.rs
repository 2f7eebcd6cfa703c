//! A company, that is, a tenant.

use chrono::{DateTime, Utc};
pub use kernel::Function;
use kernel::{CompanyId, Currency, Locale, Money, Problem, Result};
use platform::{
    In, Platform,
    scope::{SchemaName, TenantRef},
};
use sea_orm::{FromJsonQueryResult, QueryOrder, QuerySelect, entity::prelude::*};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a company stands with the operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = CompanyStatus)]
pub enum Status {
    /// Signed up, not yet verified: it can set everything up, but not sell.
    Pending,
    /// Verified: it may sell and supply.
    Verified,
    /// Refused, with a reason.
    Rejected,
    /// Stopped for the time being, with a reason.
    Suspended,
    /// It has left. Its data is gone but for what the law keeps; its name stays on the documents of others.
    Closed,
}

/// The chosen functions, as they are stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Functions(pub Vec<Function>);

/// How often a company is settled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum SettlementCycle {
    /// Every day.
    Daily,
    /// Every Monday.
    Weekly,
    /// On the first day of every month.
    Monthly,
}

/// Where a company's payouts go, in full; for paying, not for showing.
#[derive(Clone, PartialEq, Eq)]
pub struct BankAccount {
    /// Name or code of the bank.
    pub bank: String,
    /// Account number.
    pub account: String,
    /// Name of the account's holder.
    pub holder: String,
}

/// A row of `company`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, DeriveEntityModel)]
#[sea_orm(table_name = "company")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CompanyId,
    pub cell: i16,
    pub schema_name: String,
    pub slug: String,
    pub name: String,
    pub name_en: Option<String>,
    pub country: String,
    pub currency: Currency,
    pub time_zone: String,
    pub locale: Locale,
    pub business_number: String,
    pub representative: String,
    pub mail_order_number: Option<String>,
    pub postcode: String,
    pub address1: String,
    pub address2: Option<String>,
    pub phone: String,
    pub email: String,
    pub about: Option<String>,
    pub about_en: Option<String>,
    pub logo_key: Option<String>,
    pub banner_key: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub functions: Functions,
    pub status: Status,
    pub status_reason: Option<String>,
    pub verified_at: Option<DateTime<Utc>>,
    pub plan: String,
    pub auto_request: bool,
    pub auto_accept: bool,
    pub delivery_fee_minor: i64,
    pub free_delivery_from_minor: Option<i64>,
    pub delivery_rule_set_at: Option<DateTime<Utc>>,
    pub settlement_cycle: SettlementCycle,
    pub payout_bank: Option<String>,
    pub payout_account: Option<String>,
    pub payout_holder: Option<String>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

impl Model {
    /// Where the company's own part of the database lives.
    pub fn place(&self) -> Result<TenantRef> {
        Ok(TenantRef { company: self.id, cell: self.cell, schema: SchemaName::parse(&self.schema_name)? })
    }

    /// Whether it may sell and supply.
    #[must_use]
    pub fn verified(&self) -> bool {
        self.status == Status::Verified
    }

    /// Whether it sells nothing new.
    #[must_use]
    pub fn stopped(&self) -> bool {
        matches!(self.status, Status::Suspended | Status::Closed)
    }

    /// Whether a group of menus was chosen.
    #[must_use]
    pub fn has(&self, function: Function) -> bool {
        self.functions.0.contains(&function)
    }

    /// The address of its logo.
    #[must_use]
    pub fn logo_url(&self) -> Option<String> {
        self.logo_key.as_deref().map(picture_url)
    }

    /// The address of its shop's banner.
    #[must_use]
    pub fn banner_url(&self) -> Option<String> {
        self.banner_key.as_deref().map(picture_url)
    }

    /// The fee of one delivery.
    #[must_use]
    pub fn delivery_fee(&self) -> Money {
        self.currency.minor(self.delivery_fee_minor)
    }

    /// The goods amount from which delivery is free, if there is one.
    #[must_use]
    pub fn free_delivery_from(&self) -> Option<Money> {
        self.free_delivery_from_minor.map(|minor| self.currency.minor(minor))
    }

    /// Where its payouts go, if it has said so.
    #[must_use]
    pub fn payout_account(&self) -> Option<BankAccount> {
        let (bank, account, holder) = (self.payout_bank.clone()?, self.payout_account.clone()?, self.payout_holder.clone()?);
        Some(BankAccount { bank, account, holder })
    }

    /// Refuses a company that the operator has not verified.
    pub fn must_be_verified(&self) -> Result<()> {
        if self.verified() { Ok(()) } else { Err(Problem::new(crate::codes::WRONG_STATUS).detail("the company is not verified")) }
    }
}

fn picture_url(key: &str) -> String {
    format!("/api/v1/files/{key}")
}

/// Companies in order of sign-up, after one of them.
#[must_use]
pub fn after(position: Option<CompanyId>, limit: u64) -> Select<Entity> {
    let query = Entity::find().order_by_asc(Column::Id).limit(limit);
    match position {
        Some(id) => query.filter(Column::Id.gt(id)),
        None => query,
    }
}

/// The company of a shop address.
#[must_use]
pub fn by_slug(slug: &str) -> Select<Entity> {
    Entity::find().filter(Column::Slug.eq(slug))
}

/// The live registration of a business number.
#[must_use]
pub fn by_business_number(country: &str, number: &str) -> Select<Entity> {
    Entity::find()
        .filter(Column::Country.eq(country))
        .filter(Column::BusinessNumber.eq(number))
        .filter(Column::Status.is_not_in([Status::Rejected, Status::Closed]))
}
