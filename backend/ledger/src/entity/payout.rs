//! The payouts to companies.

use chrono::{DateTime, Utc};
use kernel::{CompanyId, Currency, PayoutBatchId, PayoutId, Result, SettlementId, TransferId};
use platform::{In, Platform, PlatformTx};
use sea_orm::{DeriveActiveEnum, QuerySelect, entity::prelude::*};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a payout stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = PayoutState)]
pub enum State {
    /// Reserved in the ledger, not yet given to a bank or provider.
    Pending,
    /// A provider is being asked to transfer it; what came of it is not known yet.
    Transferring,
    /// Given to a bank or provider.
    Sent,
    /// Arrived.
    Paid,
    /// Came back, or was called off; the money is payable again.
    Returned,
}

/// Money on its way to a company.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "payout")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PayoutId,
    /// Its number, as people and bank statements show it.
    pub number: String,
    /// The company.
    pub company_id: CompanyId,
    /// Its name on that day.
    pub company_name: String,
    /// The settlement that gave rise to it; none for one that pays a returned one again.
    pub settlement_id: Option<SettlementId>,
    /// The transfer file it is in.
    pub batch_id: Option<PayoutBatchId>,
    /// Where it stands.
    pub state: State,
    /// The currency.
    pub currency: Currency,
    /// The amount.
    pub amount_minor: i64,
    /// The bank, as the company entered it.
    pub bank: Option<String>,
    /// The account number.
    pub account: Option<String>,
    /// The account's holder.
    pub holder: Option<String>,
    /// The pending move that reserves it.
    pub transfer_id: TransferId,
    /// Why it came back.
    pub return_reason: Option<String>,
    /// The payment provider that transfers it; none for a bank file.
    pub provider: Option<String>,
    /// The provider's reference of a provider transfer.
    pub provider_ref: Option<String>,
    /// How often a provider was given it.
    pub transfer_attempt: i32,
    /// When the provider is asked next what became of it.
    pub transfer_next_at: Option<DateTime<Utc>>,
    /// Why the last provider did not transfer it.
    pub transfer_error: Option<String>,
    /// Whether two persons have to let it go.
    pub needs_release: bool,
    /// When they did.
    pub released_at: Option<DateTime<Utc>>,
    /// When it was opened.
    pub created_at: DateTime<Utc>,
    /// When it was given to a bank or provider.
    pub sent_at: Option<DateTime<Utc>>,
    /// When it arrived or came back.
    pub ended_at: Option<DateTime<Utc>>,
    /// Counts the changes.
    pub version: i64,
}

/// None.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// The payout under lock. Error: not found.
pub async fn locked(tx: &PlatformTx, id: PayoutId) -> Result<Model> {
    tx.find(Entity::find_by_id(id).lock_exclusive()).await
}

/// The payout of a company that is on its way in this currency, if any.
pub async fn open_of(tx: &PlatformTx, company: CompanyId, currency: Currency) -> Result<Option<Model>> {
    let open = Entity::find().filter(Column::CompanyId.eq(company)).filter(Column::Currency.eq(currency)).filter(Column::State.is_in([
        State::Pending,
        State::Transferring,
        State::Sent,
    ]));
    tx.one(open).await
}
