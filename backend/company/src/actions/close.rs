//! A company leaves: its owner asks, may take it back for a time, and then it is closed.

use super::{changing, locked, store};
use crate::{
    audit, codes, directory,
    entity::{api_key, closure, company, company_role, domain, former_slug, invitation, member},
    events::{CompanyChanged, CompanyClosed, CompanyClosing},
};
use chrono::Duration;
use kernel::{AccountId, CompanyId, Problem, Result};
use platform::PlatformTx;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Set, sea_query::Expr};
use serde_json::{Value, json};

/// Asks to leave. `slug` is what the person typed, so that nobody does it in passing; from now on the
/// shop takes no orders. Errors: another address typed, or asked already.
pub async fn ask_closure(tx: &PlatformTx, id: CompanyId, account: AccountId, slug: &str, days: u32) -> Result<closure::Model> {
    let row = locked(tx, id, None).await?;
    if slug.trim() != row.slug {
        return Err(Problem::invalid("slug", "not_the_same"));
    }
    if tx.one(closure::Entity::find_by_id(id)).await?.is_some() {
        return Err(codes::CLOSURE_ASKED.into());
    }
    let due_at = tx.now() + Duration::days(i64::from(days));
    let asked =
        closure::ActiveModel { company_id: Set(id), asked_by: Set(account), asked_at: Set(tx.now()), due_at: Set(due_at), closed_at: Set(None) };
    let asked = tx.insert(asked).await?;
    tx.record(audit::about(audit::CLOSURE_ASKED, &row).changed(Value::Null, json!({"due_at": due_at}))).await?;
    tx.emit(&CompanyClosing { company_id: id, due_at }).await?;
    changed(tx, id).await?;
    Ok(asked)
}

/// Takes it back. Error: nothing was asked, or it is too late.
pub async fn take_back_closure(tx: &PlatformTx, id: CompanyId) -> Result<()> {
    let open = closure::Entity::delete_many().filter(closure::Column::CompanyId.eq(id)).filter(closure::Column::ClosedAt.is_null());
    let row = locked(tx, id, None).await?;
    let asked = tx.one(closure::Entity::find_by_id(id)).await?.ok_or(codes::CLOSURE_NONE)?;
    if row.status == company::Status::Closed || tx.delete_many(open).await? == 0 {
        return Err(codes::CLOSURE_NONE.into());
    }
    tx.record(audit::about(audit::CLOSURE_TAKEN_BACK, &row).changed(json!({"due_at": asked.due_at}), Value::Null)).await?;
    changed(tx, id).await
}

/// Closes a company: nobody is a member any more or invited to be one, no program speaks for it,
/// nothing leads to its shop, and where its money went is forgotten. The rows of its keys stay,
/// because timelines name them. Its name, number and address stay, because documents of others bear them.
pub async fn close(tx: &PlatformTx, id: CompanyId) -> Result<company::Model> {
    let row = locked(tx, id, None).await?;
    if row.status == company::Status::Closed {
        return Ok(row);
    }
    tx.delete_many(domain::Entity::delete_many().filter(domain::Column::CompanyId.eq(id))).await?;
    tx.delete_many(former_slug::Entity::delete_many().filter(former_slug::Column::CompanyId.eq(id))).await?;
    tx.delete_many(member::Entity::delete_many().filter(member::Column::CompanyId.eq(id))).await?;
    tx.delete_many(invitation::Entity::delete_many().filter(invitation::Column::CompanyId.eq(id))).await?;
    tx.delete_many(company_role::Entity::delete_many().filter(company_role::Column::CompanyId.eq(id))).await?;
    let keys = api_key::Entity::update_many()
        .col_expr(api_key::Column::RevokedAt, Expr::value(tx.now()))
        .filter(api_key::Column::CompanyId.eq(id))
        .filter(api_key::Column::RevokedAt.is_null());
    tx.update_many(keys).await?;
    let before = json!({"slug": row.slug, "status": row.status});
    let slug = format!("closed-{}", id.to_string().trim_start_matches("company_"));
    let mut change = changing(row, tx.now());
    change.slug = Set(slug);
    change.status = Set(company::Status::Closed);
    change.status_reason = Set(None);
    change.about = Set(None);
    change.about_en = Set(None);
    change.payout_bank = Set(None);
    change.payout_account = Set(None);
    change.payout_holder = Set(None);
    let row = store(tx, change).await?;
    tx.record(audit::about(audit::COMPANY_CLOSED, &row).changed(before, json!({"slug": row.slug, "status": row.status}))).await?;
    tx.emit(&CompanyClosed { company_id: id }).await?;
    directory::status_changed();
    Ok(row)
}

/// Its part of the database is gone.
pub async fn closed(tx: &PlatformTx, id: CompanyId) -> Result<()> {
    let mut change = tx.find(closure::Entity::find_by_id(id).lock_exclusive()).await?.into_active_model();
    change.closed_at = Set(Some(tx.now()));
    tx.update(change).await.map(drop)
}

async fn changed(tx: &PlatformTx, id: CompanyId) -> Result<()> {
    directory::status_changed();
    tx.emit(&CompanyChanged { company_id: id }).await?;
    Ok(())
}
