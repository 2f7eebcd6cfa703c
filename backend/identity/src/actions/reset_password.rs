//! A person sets another password by the link in a mail. Every device is signed out, because
//! whoever knew the old password may be on one of them.

use super::revoke;
use crate::{
    audit, codes,
    entity::{
        account,
        account_token::{self, Purpose},
        session,
    },
    events::PasswordChanged,
    password, rules, secret,
};
use kernel::Result;
use platform::{PlatformTx, config::AuthConfig};
use sea_orm::{ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Set};

/// Sets another password. Errors: a link that is used, late or another's; a password that is not
/// good enough (the link stays good then).
pub async fn reset_password(tx: &PlatformTx, config: &AuthConfig, token: &str, new: &str) -> Result<()> {
    let link = tx.one(account_token::Entity::find_by_id(secret::hash(token)).lock_exclusive()).await?.ok_or(codes::LINK_INVALID)?;
    if link.purpose != Purpose::ResetPassword || link.used_at.is_some() || link.expires_at <= tx.now() {
        return Err(codes::LINK_INVALID.into());
    }
    let row = tx.find(account::Entity::find_by_id(link.account_id).lock_exclusive()).await?;
    let fault = rules::password_fault(new, &row.email);
    rules::verdict(fault.map(|reason| ("password", reason)).into_iter().collect())?;
    let hash = password::hash(config, new).await?;
    tx.delete_many(account_token::Entity::delete_many().filter(account_token::of(row.id, Purpose::ResetPassword))).await?;
    // Whoever has the mail has the address.
    let verified_at = row.email_verified_at.unwrap_or_else(|| tx.now());
    let version = row.version + 1;
    let mut change = row.into_active_model();
    change.password_hash = Set(hash);
    change.email_verified_at = Set(Some(verified_at));
    change.updated_at = Set(tx.now());
    change.version = Set(version);
    let row = tx.update(change).await?;
    revoke(tx, Condition::all().add(session::Column::AccountId.eq(row.id))).await?;
    tx.record(audit::about(audit::PASSWORD_RESET, row.id).by_link_of(row.id)).await?;
    tx.emit(&PasswordChanged { account_id: row.id, email: row.email, name: row.name, locale: row.locale, kept_here: false }).await?;
    Ok(())
}
