//! A person wants to be known by another e-mail address. The new one is proven by a link, and
//! both are told, so that nobody loses an account without hearing of it. What is answered does
//! not tell whether the new address has an account.

use super::{mail_secret_for, others, prove_password::prove_password, revoke};
use crate::{
    audit, codes,
    entity::{
        account,
        account_token::{self, Purpose},
        consent,
    },
    events::{AddressTaken, EmailChangeAsked, EmailChangeLink, EmailChanged},
    queries, rules, secret,
};
use chrono::Duration;
use kernel::{Problem, Result};
use platform::{App, PlatformTx, audit::masked_email, http::Session};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Set};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

/// Hours for which the link is good.
const LINK_HOURS: i64 = 24;

/// Another address.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeEmail {
    /// The address to be known by.
    #[schema(max_length = 254, example = "kim@example.com")]
    pub email: String,
    /// The password.
    #[schema(max_length = 128)]
    pub current_password: String,
}

/// Sends a link to the new address and word of it to the old one. An address that has an account
/// already gets no link; its owner hears of it. Errors: the password is wrong; not an address; the
/// same one.
pub async fn change_email(app: &App, who: &Session, change: &ChangeEmail, address: &str) -> Result<()> {
    let new = rules::email(&change.email).ok_or_else(|| Problem::invalid("email", "email"))?;
    let row = prove_password(app, who.account, &change.current_password, "current_password", address).await?;
    if new == row.email {
        return Err(Problem::invalid("email", "unchanged"));
    }
    let tx = app.platform().await?;
    let asked = EmailChangeAsked { account_id: row.id, email: row.email, name: row.name.clone(), locale: row.locale, new_email: new.clone() };
    tx.emit(&asked).await?;
    // As much is written for an address that is taken: a secret is made, and nobody gets it.
    let token = mail_secret_for(&tx, row.id, Purpose::ChangeEmail, Duration::hours(LINK_HOURS), Some(new.clone())).await?;
    match tx.one(account::by_email(&new)).await?.filter(|other| other.email_verified_at.is_some()) {
        Some(other) => tx.emit(&AddressTaken { account_id: other.id, email: other.email, name: other.name, locale: other.locale }).await?,
        None => tx.emit(&EmailChangeLink { account_id: row.id, email: new, name: row.name, locale: row.locale, token }).await?,
    };
    tx.commit().await
}

/// Makes the new address the account's own, by the link that was sent there. Every device is
/// signed out, and links sent to the old address are worth nothing any more. Error: a link
/// that is used, late, or for an address that has an account of its own by now.
pub async fn confirm_email(tx: &PlatformTx, token: &str) -> Result<()> {
    let hash = secret::hash(token);
    let link = tx.one(account_token::Entity::find_by_id(hash).lock_exclusive()).await?.ok_or(codes::LINK_INVALID)?;
    let new = link
        .email
        .filter(|_| link.purpose == Purpose::ChangeEmail && link.used_at.is_none() && link.expires_at > tx.now())
        .ok_or(codes::LINK_INVALID)?;
    queries::lock_address(tx, &new).await?;
    if let Some(other) = tx.one(account::by_email(&new).lock_exclusive()).await? {
        if other.email_verified_at.is_some() {
            return Err(codes::LINK_INVALID.into());
        }
        // Nobody could ever sign in to it, and the address has just been proven to be another's.
        tx.delete_many(account_token::Entity::delete_many().filter(account_token::Column::AccountId.eq(other.id))).await?;
        tx.delete_many(consent::Entity::delete_many().filter(consent::Column::AccountId.eq(other.id))).await?;
        tx.delete_many(account::Entity::delete_many().filter(account::Column::Id.eq(other.id))).await?;
    }
    let row = tx.find(account::Entity::find_by_id(link.account_id).lock_exclusive()).await?;
    tx.delete_many(account_token::Entity::delete_many().filter(account_token::Column::AccountId.eq(row.id))).await?;
    let (old, version) = (row.email.clone(), row.version + 1);
    let mut change = row.into_active_model();
    change.email = Set(new);
    change.email_verified_at = Set(Some(tx.now()));
    change.updated_at = Set(tx.now());
    change.version = Set(version);
    let row = tx.update(change).await?;
    revoke(tx, others(row.id, None)).await?;
    let (before, after) = (json!({"email": masked_email(&old)}), json!({"email": masked_email(&row.email)}));
    tx.record(audit::about(audit::EMAIL_CHANGED, row.id).by_link_of(row.id).changed(before, after)).await?;
    tx.emit(&EmailChanged { account_id: row.id, email: row.email, name: row.name, locale: row.locale, old_email: old }).await?;
    Ok(())
}
