//! Reads of trades, always scoped and always limited.

mod full;
mod lists;
mod registered;
mod sweeps;

pub use full::{DeliveryFull, TradeFull, by_order, full, full_for, trade};
pub use lists::{CompanyFilter, CompanyRole, OperatorFilter, Sort, Waiting, for_company, for_operator, has_bought, waiting_counts};
pub use registered::{OfferFilter, OfferRow, contract, offer, offers_for, registered, sellers_of, sellers_of_variant, version};
pub use sweeps::{due_confirmations, due_warnings, settleable};

use crate::entity::{claim, delivery_confirmation, document, operator_rule, purchase_order, trade};
use chrono::{DateTime, Utc};
use kernel::{CompanyId, FileId, Problem, PurchaseOrderId, Result, TradeId};
use platform::PlatformTx;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};

/// The files that a company uploaded, after one of them: what each is, and its key in the store.
pub async fn documents_of(tx: &PlatformTx, company: CompanyId, after: Option<FileId>, limit: u64) -> Result<Vec<document::Model>> {
    let mut query = document::Entity::find().filter(document::Column::CompanyId.eq(company)).order_by_asc(document::Column::Id).limit(limit);
    if let Some(after) = after {
        query = query.filter(document::Column::Id.gt(after));
    }
    tx.all(query).await
}

/// Trades of a company that are neither settled nor cancelled, as seller or supplier, the oldest first.
pub async fn open_of(tx: &PlatformTx, company: CompanyId, limit: u64) -> Result<Vec<trade::Model>> {
    use trade::Column;
    let party = Condition::any().add(Column::SellerId.eq(company)).add(Column::SupplierId.eq(company));
    let open = Column::State.is_not_in([crate::rules::State::Settled, crate::rules::State::Cancelled]);
    tx.all(trade::Entity::find().filter(party).filter(open).order_by_asc(Column::Id).limit(limit)).await
}

/// Trades that the check for double orders looks at, at most.
const NEAR_LIMIT: u64 = 20;

/// The operator's rules.
pub async fn rules(tx: &PlatformTx) -> Result<operator_rule::Model> {
    tx.find(operator_rule::the_one()).await
}

/// A file of a company.
pub async fn document(tx: &PlatformTx, company: CompanyId, id: FileId) -> Result<document::Model> {
    tx.find(document::of_company(company, id)).await
}

/// The paper of a trade's standing delivery confirmation; for a company, if the trade is its own.
pub async fn delivery_document(tx: &PlatformTx, id: TradeId, company: Option<CompanyId>) -> Result<delivery_confirmation::Model> {
    let trade = trade(tx, id).await?.ok_or_else(Problem::not_found)?;
    if company.is_some_and(|company| !trade.is_visible_to(company)) {
        return Err(Problem::not_found());
    }
    let found = tx.find(delivery_confirmation::standing(&[id])).await?;
    if found.document_key.is_some() { Ok(found) } else { Err(Problem::not_found()) }
}

/// A purchase order by its id.
pub async fn purchase_order(tx: &PlatformTx, id: PurchaseOrderId) -> Result<Option<purchase_order::Model>> {
    tx.one(purchase_order::Entity::find_by_id(id)).await
}

/// The number of claims that are open on a trade.
pub async fn open_claims(tx: &PlatformTx, id: TradeId) -> Result<u64> {
    tx.count(claim::open_of(id)).await
}

/// Trades that are not cancelled of the same buyer in the same shop, of other orders, paid since a
/// moment and before this one.
pub(crate) async fn near_in_time(tx: &PlatformTx, of: &trade::Model, since: DateTime<Utc>) -> Result<Vec<trade::Model>> {
    use trade::Column;
    let same_email = Expr::cust_with_values("buyer ->> 'email' = $1", [of.buyer.email.clone()]);
    let mut same_buyer = Condition::any().add(same_email);
    if let Some(account) = of.buyer_account_id {
        same_buyer = same_buyer.add(Column::BuyerAccountId.eq(account));
    }
    let query = trade::Entity::find()
        .filter(Column::SellerId.eq(of.seller_id))
        .filter(Column::OrderId.ne(of.order_id))
        .filter(Column::State.ne(crate::rules::State::Cancelled))
        .filter(Column::PaidAt.between(since, of.paid_at))
        .filter(Column::Id.lt(of.id))
        .filter(same_buyer)
        .order_by_desc(Column::Id)
        .limit(NEAR_LIMIT);
    tx.all(query).await
}
