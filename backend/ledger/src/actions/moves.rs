//! The money moves of trades and payments. Each reads the trade's journal under the lock of its
//! shard, plans, and appends; each may be repeated.

use crate::{
    account::Account,
    actions::post,
    chain,
    entity::chain_head,
    entry::{Entry, EntryKind},
    plan, queries,
    trade_money::TradeMoney,
};
use kernel::{Money, PaymentId, RefundId, Result, TradeId};
use platform::PlatformTx;

/// The buyer's payment comes into the trade's escrow: gateway clearing → escrow.
pub async fn hold(tx: &PlatformTx, payment: PaymentId, trade: TradeId, amount: Money) -> Result<()> {
    write(tx, plan::hold(payment, trade, amount)).await
}

/// Reserves the shares of a trade whose PO is issued; repeated with other amounts, it replaces what
/// is reserved. Error: the escrow does not hold that much.
pub async fn reserve(tx: &PlatformTx, money: &TradeMoney) -> Result<()> {
    let journal = journal(tx, money.trade_id).await?;
    write(tx, plan::reserve(&journal, money)?).await
}

/// Frees what is reserved of a trade.
pub async fn unreserve(tx: &PlatformTx, trade: TradeId) -> Result<()> {
    let journal = journal(tx, trade).await?;
    write(tx, plan::unreserve(&journal)).await
}

/// Pays the shares of a confirmed trade to the parties' payables, the fee and its VAT.
/// Error: the escrow does not hold that much.
pub async fn release(tx: &PlatformTx, money: &TradeMoney) -> Result<()> {
    let journal = journal(tx, money.trade_id).await?;
    write(tx, plan::release(&journal, money)?).await
}

/// Sets money of a trade aside for the buyer: escrow → refunds clearing. `key` tells one refund of
/// a trade from another. What stands in the way as reserved is freed. Error: the escrow does not
/// hold that much.
pub async fn refund(tx: &PlatformTx, trade: TradeId, key: &str, amount: Money) -> Result<()> {
    let journal = journal(tx, trade).await?;
    write(tx, plan::refund(&journal, key, amount)?).await
}

/// The provider has paid a refund to the buyer: refunds clearing → gateway clearing.
pub async fn refund_paid(tx: &PlatformTx, refund: RefundId, amount: Money) -> Result<()> {
    let entry = Entry::new(
        format!("{refund}:paid"),
        EntryKind::Posted,
        Account::RefundsClearing,
        Account::GatewayClearing,
        amount,
        "refund paid by the provider",
    );
    write(tx, vec![entry]).await
}

/// A captured payment that never got an order is set aside for the buyer: gateway clearing →
/// refunds clearing.
pub async fn refund_unmatched(tx: &PlatformTx, payment: PaymentId, amount: Money) -> Result<()> {
    write(tx, plan::refund_unmatched(payment, amount)).await
}

/// The provider has paid the operator: bank `gross − cost`, payment cost `cost` ← gateway clearing.
pub async fn provider_paid(tx: &PlatformTx, key: &str, gross: Money, cost: Money) -> Result<()> {
    write(tx, plan::provider_paid(key, gross, cost)?).await
}

async fn write(tx: &PlatformTx, entries: Vec<Entry>) -> Result<()> {
    post(tx, &entries).await.map(drop)
}

/// The trade's journal, with its shard locked so that nobody appends meanwhile.
async fn journal(tx: &PlatformTx, trade: TradeId) -> Result<plan::TradeJournal> {
    chain_head::lock(tx, [chain::shard_of(Some(trade), None, None, "")]).await?;
    queries::trade_journal(tx, trade).await
}
