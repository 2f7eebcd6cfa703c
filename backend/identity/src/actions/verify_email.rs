//! A person proves that an e-mail address is theirs.

use crate::{
    codes,
    entity::{
        account,
        account_token::{self, Purpose},
    },
    secret,
};
use kernel::{AccountId, Result};
use platform::PlatformTx;
use sea_orm::{EntityTrait, IntoActiveModel, QuerySelect, Set};

/// Verifies the address to which the token was sent. A second click on the same link is fine.
pub async fn verify_email(tx: &PlatformTx, token: &str) -> Result<AccountId> {
    let link = tx.one(account_token::Entity::find_by_id(secret::hash(token)).lock_exclusive()).await?.ok_or(codes::LINK_INVALID)?;
    if link.purpose != Purpose::VerifyEmail || link.expires_at <= tx.now() {
        return Err(codes::LINK_INVALID.into());
    }
    let id = link.account_id;
    if link.used_at.is_some() {
        return Ok(id);
    }
    let mut used = link.into_active_model();
    used.used_at = Set(Some(tx.now()));
    tx.update(used).await?;
    let row = tx.find(account::Entity::find_by_id(id).lock_exclusive()).await?;
    let version = row.version + 1;
    let mut change = row.into_active_model();
    change.email_verified_at = Set(Some(tx.now()));
    change.updated_at = Set(tx.now());
    change.version = Set(version);
    tx.update(change).await?;
    Ok(id)
}
