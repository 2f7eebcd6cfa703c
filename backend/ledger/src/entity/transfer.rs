//! The journal. Rows are only ever added; the database refuses anything else.

use crate::entry::TransferKind;
use chrono::{DateTime, Utc};
use kernel::{Currency, PaymentId, PayoutId, Result, TradeId, TransferId};
use platform::{In, Platform, PlatformTx};
use sea_orm::entity::prelude::*;

/// One money move.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "transfer")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TransferId,
    /// Its chain.
    pub shard: i16,
    /// Its place in the chain, from 1, without gaps.
    pub seq: i64,
    /// Its idempotency key.
    pub key: String,
    /// What it does.
    pub kind: TransferKind,
    /// The pending move that it ends.
    pub pending_id: Option<TransferId>,
    /// The account debited.
    pub debit_id: Uuid,
    /// The account credited.
    pub credit_id: Uuid,
    /// The currency of both accounts.
    pub currency: Currency,
    /// The amount.
    pub amount_minor: i64,
    /// The trade it belongs to.
    pub trade_id: Option<TradeId>,
    /// The payment it comes from.
    pub payment_id: Option<PaymentId>,
    /// The payout it belongs to.
    pub payout_id: Option<PayoutId>,
    /// Why.
    pub reason: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The hash before it in the chain.
    pub prev_hash: Vec<u8>,
    /// Its own hash.
    pub hash: Vec<u8>,
}

/// None.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// The moves with these keys.
pub async fn by_keys(tx: &PlatformTx, keys: impl IntoIterator<Item = &str>) -> Result<Vec<Model>> {
    tx.all(Entity::find().filter(Column::Key.is_in(keys))).await
}

/// The moves that end these pending ones.
pub async fn ends_of(tx: &PlatformTx, pending: &[TransferId]) -> Result<Vec<Model>> {
    if pending.is_empty() {
        return Ok(Vec::new());
    }
    tx.all(Entity::find().filter(Column::PendingId.is_in(pending.iter().copied()))).await
}
