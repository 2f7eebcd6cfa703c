//! The settlements of companies.

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{CompanyId, Currency, SettlementId};
use platform::{In, Platform};
use sea_orm::entity::prelude::*;

/// What one run settled for one company.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "settlement")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SettlementId,
    /// Its number, as people speak of it.
    pub number: String,
    /// The company.
    pub company_id: CompanyId,
    /// Its name on that day.
    pub company_name: String,
    /// The currency.
    pub currency: Currency,
    /// The business day of the run, in the company's time zone.
    pub settled_on: NaiveDate,
    /// What its shop sold.
    pub sales_minor: i64,
    /// What it earned as a supplier.
    pub supply_minor: i64,
    /// Delivery fees, as a supplier.
    pub delivery_minor: i64,
    /// Platform fees with VAT, as a seller.
    pub fee_minor: i64,
    /// What is paid out; negative: netted from the next.
    pub net_minor: i64,
    /// Number of lines.
    pub trades: i32,
    /// When the run was.
    pub created_at: DateTime<Utc>,
}

/// None.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}
