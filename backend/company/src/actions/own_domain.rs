//! A host name of a company's own: it is claimed, proven by a record in the DNS that only who
//! controls the name can set, looked at again, and given up.

use crate::{
    audit, codes, directory,
    entity::{
        company,
        domain::{self, State},
    },
    events::CompanyChanged,
    rules,
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::Duration;
use kernel::{CompanyId, Problem, Result};
use platform::PlatformTx;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Set};
use serde_json::{Value, json};

/// Claims a name; another one takes the place of the one before. Errors: no name, or proven by
/// another company.
pub async fn claim_domain(tx: &PlatformTx, id: CompanyId, text: &str, base: &str) -> Result<domain::Model> {
    let company = tx.find(company::Entity::find_by_id(id).lock_exclusive()).await?;
    let host = rules::domain::host(text, base).ok_or_else(|| Problem::invalid("host", "host_name"))?;
    if tx.one(domain::proven(&host)).await?.is_some_and(|theirs| theirs.company_id != id) {
        return Err(Problem::new(codes::DOMAIN_TAKEN).field("host", "taken"));
    }
    let before = tx.one(domain::Entity::find_by_id(id)).await?;
    if let Some(same) = before.as_ref().filter(|before| before.host == host) {
        return Ok(same.clone());
    }
    tx.delete_many(domain::Entity::delete_many().filter(domain::Column::CompanyId.eq(id))).await?;
    let row = domain::ActiveModel {
        company_id: Set(id),
        host: Set(host),
        token: Set(BASE64_URL_SAFE_NO_PAD.encode(rand::random::<[u8; 24]>())),
        state: Set(State::Waiting),
        asked_at: Set(tx.now()),
        checked_at: Set(None),
        proven_at: Set(None),
        failing_since: Set(None),
    };
    let row = tx.insert(row).await?;
    let before = before.map_or(Value::Null, |before| json!({"host": before.host}));
    tx.record(audit::about(audit::DOMAIN_CLAIMED, &company).changed(before, json!({"host": row.host}))).await?;
    changed(tx, id).await?;
    Ok(row)
}

/// Notes what a look at the record found. Nothing happens if another name was claimed meanwhile.
/// Error: another company has proven the name.
pub async fn note_domain(tx: &PlatformTx, seen: &domain::Model, found: bool, patience: Duration) -> Result<Option<domain::Model>> {
    let same = domain::Entity::find_by_id(seen.company_id).filter(domain::Column::Token.eq(&seen.token)).lock_exclusive();
    let Some(row) = tx.one(same).await? else { return Ok(None) };
    let (state, failing_since) = rules::domain::after_check(row.state, row.failing_since, found, tx.now(), patience);
    if state == State::Proven && tx.one(domain::proven(&row.host)).await?.is_some_and(|theirs| theirs.company_id != row.company_id) {
        return Err(Problem::new(codes::DOMAIN_TAKEN).field("host", "taken"));
    }
    let before = row.state;
    let mut change = row.into_active_model();
    change.checked_at = Set(Some(tx.now()));
    change.failing_since = Set(failing_since);
    change.state = Set(state);
    if state == State::Proven && before != State::Proven {
        change.proven_at = Set(Some(tx.now()));
    }
    let row = tx.update(change).await?;
    if state != before {
        let company = tx.find(company::Entity::find_by_id(row.company_id)).await?;
        let (before, after) = (json!({"state": before}), json!({"host": row.host, "state": state}));
        tx.record(audit::about(audit::DOMAIN_FOUND, &company).changed(before, after)).await?;
        changed(tx, row.company_id).await?;
    }
    Ok(Some(row))
}

/// Gives the name up.
pub async fn drop_domain(tx: &PlatformTx, id: CompanyId) -> Result<()> {
    let company = tx.find(company::Entity::find_by_id(id).lock_exclusive()).await?;
    let Some(row) = tx.one(domain::Entity::find_by_id(id)).await? else { return Ok(()) };
    tx.delete_many(domain::Entity::delete_many().filter(domain::Column::CompanyId.eq(id))).await?;
    tx.record(audit::about(audit::DOMAIN_DROPPED, &company).changed(json!({"host": row.host}), Value::Null)).await?;
    changed(tx, id).await
}

async fn changed(tx: &PlatformTx, id: CompanyId) -> Result<()> {
    directory::status_changed();
    tx.emit(&CompanyChanged { company_id: id }).await?;
    Ok(())
}
