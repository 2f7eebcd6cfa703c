//! A program shows its API key.

use crate::{
    api_key,
    entity::{api_key as table, company},
    queries,
    rules::USE_NOTED_EVERY,
};
use kernel::{Permission, Result, code};
use platform::{PlatformTx, http::Program};
use sea_orm::EntityTrait;

/// The program behind a secret, and whether something was written. A key never does more than the
/// person who made it may do now: with their role in the company it shrinks, and it ends.
///
/// Errors: unknown, expired or revoked, or its maker has left; a company that was stopped.
pub async fn use_api_key(tx: &PlatformTx, secret: &str) -> Result<(Program, bool)> {
    if !api_key::well_formed(secret) {
        return Err(code::KEY_UNKNOWN.into());
    }
    let (hash, now) = (api_key::hash(secret), tx.now());
    let row = tx.one(table::by_hash(&hash)).await?.filter(|row| row.takes(&hash, now)).ok_or(code::KEY_UNKNOWN)?;
    let company = tx.find(company::Entity::find_by_id(row.company_id)).await?;
    if matches!(company.status, company::Status::Suspended | company::Status::Rejected | company::Status::Closed) {
        return Err(code::KEY_SUSPENDED.into());
    }
    let maker = queries::standing(tx, row.created_by, row.company_id).await?.ok_or(code::KEY_UNKNOWN)?;
    let may = |permission: &Permission| permission.for_programs() && maker.permissions.contains(permission);
    let stale = row.last_used_at.is_none_or(|at| now - at >= USE_NOTED_EVERY);
    let noted = stale && queries::api_keys::note_use(tx, row.id).await?;
    let permissions = row.permissions.0.into_iter().filter(may).collect();
    let program = Program { key: row.id, name: row.name, account: row.created_by, company: row.company_id, permissions, functions: maker.functions };
    Ok((program, noted))
}
