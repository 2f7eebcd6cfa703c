//! Puts payouts in a bank-transfer file.

use crate::{
    audit, codes,
    csv::{Cell, Csv},
    entity::{
        payout::{self, Column, Entity, Model, State},
        payout_batch::{self, Method},
    },
    events::PayoutSent,
    number::number,
    queries,
};
use kernel::{AccountId, PayoutBatchId, PayoutId, Problem, Result};
use platform::{PlatformTx, audit::Entry, clock::business_day};
use sea_orm::{ActiveValue::Set, Condition, QueryOrder, QuerySelect, entity::prelude::*};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Payouts in one file at most.
pub const BATCH_LIMIT: u64 = 1_000;

/// Time zone of the operator's bank, for the file's day.
const BANK_TIME_ZONE: &str = "Asia/Seoul";

/// Makes a transfer file of these payouts, or of all that wait, and marks them as sent. Returns
/// the file's row and the file. Errors: none to put in; one that does not wait any more; more than
/// one currency.
pub async fn batch(tx: &PlatformTx, ids: Option<&[PayoutId]>, actor: Option<AccountId>) -> Result<(payout_batch::Model, String)> {
    let payouts = waiting(tx, ids).await?;
    let first = payouts.first().ok_or(codes::BATCH_EMPTY)?;
    if payouts.iter().any(|payout| payout.currency != first.currency) {
        return Err(codes::BATCH_MIXED.into());
    }
    let id = PayoutBatchId::new();
    let file = render(&payouts);
    let row = payout_batch::ActiveModel {
        id: Set(id),
        number: Set(number('B', business_day(tx.now(), BANK_TIME_ZONE), id.uuid())),
        method: Set(Method::BankFile),
        currency: Set(first.currency),
        count: Set(i32::try_from(payouts.len()).map_err(Problem::internal)?),
        total_minor: Set(payouts.iter().map(|payout| payout.amount_minor).sum()),
        file_sha256: Set(sha256(&file)),
        created_by: Set(actor),
        created_at: Set(tx.now()),
    };
    let row = tx.insert(row).await?;
    let numbers: Vec<&str> = payouts.iter().map(|payout| payout.number.as_str()).collect();
    let made = json!({"count": row.count, "amount": row.currency.minor(row.total_minor), "payouts": numbers});
    tx.record(Entry::new(audit::BATCH_MADE, row.id, &row.number).changed(Value::Null, made)).await?;
    for payout in payouts {
        tx.emit(&PayoutSent(super::facts(&sent(tx, payout, id).await?))).await?;
    }
    Ok((row, file))
}

/// The transfer file, made again from its payouts. Error: it differs from the one that was made.
pub async fn file(tx: &PlatformTx, id: PayoutBatchId) -> Result<(payout_batch::Model, String)> {
    let row = tx.find(payout_batch::Entity::find_by_id(id)).await?;
    let file = render(&queries::batch_payouts(tx, id).await?);
    if sha256(&file) == row.file_sha256 { Ok((row, file)) } else { Err(codes::BATCH_ALTERED.into()) }
}

async fn waiting(tx: &PlatformTx, ids: Option<&[PayoutId]>) -> Result<Vec<Model>> {
    let mut select = Entity::find().order_by_asc(Column::Id).limit(BATCH_LIMIT).lock_exclusive();
    select = match ids {
        None => select
            .filter(Column::State.eq(State::Pending))
            .filter(Column::Account.is_not_null())
            .filter(Condition::any().add(Column::NeedsRelease.eq(false)).add(Column::ReleasedAt.is_not_null())),
        Some(ids) => select.filter(Column::Id.is_in(ids.iter().copied())),
    };
    let payouts = tx.all(select).await?;
    if let Some(ids) = ids
        && payouts.len() != ids.iter().collect::<std::collections::HashSet<_>>().len()
    {
        return Err(Problem::not_found());
    }
    for payout in &payouts {
        if payout.state != State::Pending {
            return Err(super::wrong_state(payout));
        }
        super::must_be_released(payout)?;
        if payout.account.is_none() {
            return Err(Problem::new(codes::PAYOUT_NO_ACCOUNT).detail(payout.number.clone()));
        }
    }
    Ok(payouts)
}

/// Marks a payout as given to the bank.
async fn sent(tx: &PlatformTx, payout: Model, batch: PayoutBatchId) -> Result<Model> {
    let change = payout::ActiveModel {
        id: Set(payout.id),
        state: Set(State::Sent),
        batch_id: Set(Some(batch)),
        transfer_error: Set(None),
        sent_at: Set(Some(tx.now())),
        version: Set(payout.version + 1),
        ..Default::default()
    };
    tx.update(change).await
}

fn render(payouts: &[Model]) -> String {
    let mut csv = Csv::new(&["은행 / bank", "계좌번호 / account", "예금주 / holder", "이체금액 / amount", "통화 / currency", "적요 / memo"]);
    for payout in payouts {
        csv.row(&[
            Cell::Text(payout.bank.as_deref().unwrap_or_default()),
            Cell::Text(payout.account.as_deref().unwrap_or_default()),
            Cell::Text(payout.holder.as_deref().unwrap_or_default()),
            Cell::Amount(payout.currency.minor(payout.amount_minor)),
            Cell::Text(payout.currency.as_str()),
            Cell::Text(&payout.number),
        ]);
    }
    csv.finish()
}

fn sha256(file: &str) -> String {
    hex::encode(Sha256::digest(file.as_bytes()))
}
