//! Opens a payout: reserves what a company is owed.

use crate::{
    account::Account,
    actions::post,
    entity::payout::{self, Model, State},
    entry::{Entry, EntryKind},
    events::PayoutOpened,
    number::number,
    queries,
};
use chrono::NaiveDate;
use kernel::{CompanyId, Currency, PayoutId, Problem, Result, SettlementId};
use platform::PlatformTx;
use sea_orm::{ActiveValue::Set, entity::prelude::*};

/// To whom, and where to.
#[derive(Clone, Debug)]
pub struct OpenPayout {
    /// The company.
    pub company_id: CompanyId,
    /// Its name today.
    pub company_name: String,
    /// The currency.
    pub currency: Currency,
    /// The settlement that gives rise to it, if any.
    pub settlement_id: Option<SettlementId>,
    /// The business day, for the payout's number.
    pub on: NaiveDate,
    /// The bank.
    pub bank: Option<String>,
    /// The account number.
    pub account: Option<String>,
    /// The account's holder.
    pub holder: Option<String>,
    /// The amount above which two persons have to let it go; none where they always have to.
    pub limit_minor: Option<i64>,
}

/// Opens a payout of all that was settled and is not yet paid. `None` where nothing is due (a
/// negative balance is netted from the next settlement), where one is still on its way, or where
/// the company has no payout account yet; the money then waits for the next run.
pub async fn open(tx: &PlatformTx, wish: &OpenPayout) -> Result<Option<Model>> {
    let Some((bank, account, holder)) = destination(wish) else { return Ok(None) };
    if payout::open_of(tx, wish.company_id, wish.currency).await?.is_some() {
        return Ok(None);
    }
    let due = queries::payout_due(tx, wish.company_id, wish.currency).await?;
    if due.minor <= 0 {
        return Ok(None);
    }
    let id = PayoutId::new();
    let entry =
        Entry::new(format!("{id}:pending"), EntryKind::Pending, Account::Payable(wish.company_id), Account::Bank, due, "payout").of_payout(id);
    let transfer = post(tx, &[entry]).await?;
    let row = payout::ActiveModel {
        id: Set(id),
        number: Set(number('P', wish.on, id.uuid())),
        company_id: Set(wish.company_id),
        company_name: Set(wish.company_name.clone()),
        settlement_id: Set(unpaid_settlement(tx, wish.settlement_id).await?),
        batch_id: Set(None),
        state: Set(State::Pending),
        currency: Set(wish.currency),
        amount_minor: Set(due.minor),
        bank: Set(Some(bank)),
        account: Set(Some(account)),
        holder: Set(Some(holder)),
        transfer_id: Set(*transfer.first().ok_or_else(|| Problem::internal("the payout was not reserved"))?),
        return_reason: Set(None),
        provider: Set(None),
        provider_ref: Set(None),
        transfer_attempt: Set(0),
        transfer_next_at: Set(None),
        transfer_error: Set(None),
        needs_release: Set(wish.limit_minor.is_none_or(|limit| due.minor > limit)),
        released_at: Set(None),
        created_at: Set(tx.now()),
        sent_at: Set(None),
        ended_at: Set(None),
        version: Set(1),
    };
    let row = tx.insert(row).await?;
    tx.emit(&PayoutOpened(super::facts(&row))).await?;
    Ok(Some(row))
}

fn destination(wish: &OpenPayout) -> Option<(String, String, String)> {
    let given = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    Some((given(&wish.bank)?, given(&wish.account)?, given(&wish.holder)?))
}

/// The settlement, unless an earlier payout bears it already: that one came back, and this one
/// pays it again together with all else that is due.
async fn unpaid_settlement(tx: &PlatformTx, settlement: Option<SettlementId>) -> Result<Option<SettlementId>> {
    let Some(id) = settlement else { return Ok(None) };
    let paid = tx.one(payout::Entity::find().filter(payout::Column::SettlementId.eq(id))).await?;
    Ok(paid.is_none().then_some(id))
}
