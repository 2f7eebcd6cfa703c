//! A person makes an account. What is answered does not tell whether the address had one: that
//! is said in the mail, to the person who owns the address.

use super::{
    give_consent::{Consent, consents_in_force, note},
    mail_secret,
};
use crate::{
    entity::{account, account_token::Purpose},
    events::{AccountRegistered, AddressTaken, LinkAsked, LinkFor},
    password, queries, rules,
};
use chrono::{DateTime, Duration, Utc};
use kernel::{AccountId, Locale, Problem, Result};
use platform::{
    PlatformTx,
    config::{AuthConfig, Config},
};
use sea_orm::{IntoActiveModel, QuerySelect, Set};
use serde::Deserialize;
use utoipa::ToSchema;

/// Days for which a verification link is good.
const LINK_DAYS: i64 = 2;

/// A person who wants an account.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAccount {
    /// E-mail address; it becomes the name to sign in with.
    #[schema(max_length = 254, example = "kim@example.com")]
    pub email: String,
    /// Password; not a common one, and without the name of the e-mail address in it.
    #[schema(min_length = 10, max_length = 128, example = "correct horse battery")]
    pub password: String,
    /// The person's name.
    #[schema(min_length = 1, max_length = 60, example = "김하늘")]
    pub name: String,
    /// Language of screens and mails.
    pub locale: Locale,
    /// What the person agrees to: every document in the edition in force.
    #[schema(max_items = 10)]
    pub consents: Vec<Consent>,
}

struct Checked {
    email: String,
    name: String,
    password_hash: String,
}

/// Makes an account and asks for the address to be verified. For an address that has a verified
/// account, its owner gets a mail that says so. An unverified account is taken over by whoever
/// signs up last: only the link of the latest mail is good, so the person who can read the mail
/// decides with whose password it is verified.
pub async fn sign_up(tx: &PlatformTx, config: &Config, new: NewAccount) -> Result<()> {
    let in_force = consents_in_force(&config.legal);
    if !in_force.iter().all(|needed| new.consents.contains(needed)) {
        return Err(Problem::invalid("consents", "required"));
    }
    if !new.consents.iter().all(|given| in_force.contains(given)) {
        return Err(Problem::invalid("consents", "unknown"));
    }
    let checked = check(&config.auth, &new).await?;
    queries::lock_address(tx, &checked.email).await?;
    let Some(row) = tx.one(account::by_email(&checked.email).lock_exclusive()).await? else {
        let row = insert(tx, checked, &new, None).await?;
        return request_verification(tx, row).await;
    };
    if row.email_verified_at.is_some() {
        // As much is written as for a new one: a secret is made, and nobody gets it.
        mail_secret(tx, row.id, Purpose::VerifyEmail, Duration::days(LINK_DAYS)).await?;
        tx.emit(&AddressTaken { account_id: row.id, email: row.email, name: row.name, locale: row.locale }).await?;
        return Ok(());
    }
    let version = row.version + 1;
    let mut change = row.into_active_model();
    change.password_hash = Set(checked.password_hash);
    change.name = Set(checked.name);
    change.locale = Set(new.locale);
    change.updated_at = Set(tx.now());
    change.version = Set(version);
    let row = tx.update(change).await?;
    note(tx, row.id, &new.consents).await?;
    request_verification(tx, row).await
}

/// Asks for the verification mail once more; whether the address has an account is looked up
/// afterwards.
pub async fn resend_verification(tx: &PlatformTx, email: String) -> Result<()> {
    tx.emit(&LinkAsked { email, wants: LinkFor::Verification }).await.map(drop)
}

/// Sends the verification mail once more; nothing happens for an address that has no account or
/// is verified already.
pub async fn send_verification(tx: &PlatformTx, email: &str) -> Result<()> {
    match tx.one(account::by_email(email)).await? {
        Some(row) if row.email_verified_at.is_none() => request_verification(tx, row).await,
        _ => Ok(()),
    }
}

/// Makes an account whose address needs no proof: for the demo world, tests and the command line.
pub async fn register_verified(tx: &PlatformTx, config: &AuthConfig, new: NewAccount) -> Result<AccountId> {
    let checked = check(config, &new).await?;
    Ok(insert(tx, checked, &new, Some(tx.now())).await?.id)
}

async fn request_verification(tx: &PlatformTx, row: account::Model) -> Result<()> {
    let token = mail_secret(tx, row.id, Purpose::VerifyEmail, Duration::days(LINK_DAYS)).await?;
    tx.emit(&AccountRegistered { account_id: row.id, email: row.email, name: row.name, locale: row.locale, token }).await?;
    Ok(())
}

async fn check(config: &AuthConfig, new: &NewAccount) -> Result<Checked> {
    let mut faults = Vec::new();
    let email = rules::email(&new.email);
    if email.is_none() {
        faults.push(("email", "email"));
    }
    let name = rules::name(&new.name).unwrap_or_else(|reason| {
        faults.push(("name", reason));
        String::new()
    });
    if let Some(reason) = rules::password_fault(&new.password, &new.email) {
        faults.push(("password", reason));
    }
    rules::verdict(faults)?;
    let email = email.ok_or_else(|| Problem::invalid("email", "email"))?;
    // Hashed before anything is looked up, so that the time is the same for every address.
    Ok(Checked { email, name, password_hash: password::hash(config, &new.password).await? })
}

async fn insert(tx: &PlatformTx, checked: Checked, new: &NewAccount, verified_at: Option<DateTime<Utc>>) -> Result<account::Model> {
    let row = account::ActiveModel {
        id: Set(AccountId::new()),
        email: Set(checked.email),
        email_verified_at: Set(verified_at),
        password_hash: Set(checked.password_hash),
        name: Set(checked.name),
        phone: Set(None),
        locale: Set(new.locale),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
        version: Set(1),
        deleted_at: Set(None),
    };
    let row = tx.insert(row).await?;
    note(tx, row.id, &new.consents).await?;
    Ok(row)
}
