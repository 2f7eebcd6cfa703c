//! A person signs in on a device.

use super::chain_link;
use crate::{codes, entity::{account, session}, password, rules, throttle};
use kernel::{AccountId, CompanyId, Result, SessionId};
use platform::{App, PlatformTx};
use sea_orm::Set;

/// A device, as the request showed it.
#[derive(Clone, Debug, Default)]
pub struct Device {
    /// What the browser calls itself.
    pub user_agent: String,
    /// The address that it calls from.
    pub address: String,
}

/// A session just opened.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The session.
    pub session: session::Model,
    /// The first refresh token of its chain.
    pub refresh_token: String,
}

/// The account of an address and password. The same refusal, after the same work, for a wrong
/// password and for an account that does not exist; only who knows the password is told that the
/// address is not verified yet. No transaction is held open while the password is hashed.
pub async fn check_credentials(app: &App, email: &str, password: &str, device: &Device) -> Result<AccountId> {
    let email = rules::email(email).unwrap_or_default();
    throttle::before(app, &email, &device.address)?;
    let row = {
        let tx = app.platform().await?;
        tx.one(account::by_email(&email)).await?
    };
    // Longer ones are never anybody's and would only cost time.
    let tried: String = password.chars().take(rules::PASSWORD_LONGEST + 1).collect();
    let right = password::matches(&app.config().auth, &tried, row.as_ref().map(|row| row.password_hash.as_str())).await?;
    let Some(row) = row.filter(|_| right) else {
        throttle::failed(app, &email, &device.address).await;
        return Err(codes::WRONG_CREDENTIALS.into());
    };
    if row.email_verified_at.is_none() {
        return Err(codes::EMAIL_UNVERIFIED.into());
    }
    Ok(row.id)
}

/// Opens a session; it begins with the company of the person's last session, if there is one.
pub async fn open_session(tx: &PlatformTx, refresh_days: i64, account: AccountId, device: Device, company: Option<CompanyId>) -> Result<Opened> {
    let row = session::ActiveModel {
        id: Set(SessionId::new()),
        account_id: Set(account),
        company_id: Set(company),
        user_agent: Set(device.user_agent.chars().take(300).collect()),
        address: Set(device.address),
        created_at: Set(tx.now()),
        last_seen_at: Set(tx.now()),
        revoked_at: Set(None),
    };
    let session = tx.insert(row).await?;
    let refresh_token = chain_link(tx, session.id, 1, refresh_days).await?;
    Ok(Opened { session, refresh_token })
}
