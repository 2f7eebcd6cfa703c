//! A person signs in on a device. On one that has never been seen with the account the person is
//! told by mail, unless it is the first of all.

use super::chain_link;
use crate::{
    codes,
    entity::{account, session},
    events::SignedInOnNewDevice,
    password, rules, secret, throttle,
};
use kernel::{AccountId, CompanyId, Result, SessionId};
use platform::{App, PlatformTx};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Set};

/// A device, as the request showed it.
#[derive(Clone, Debug, Default)]
pub struct Device {
    /// What the browser calls itself.
    pub user_agent: String,
    /// The address that it calls from.
    pub address: String,
    /// What it was given to be known again by, if anything.
    pub mark: Option<String>,
}

/// A session just opened.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The session.
    pub session: session::Model,
    /// The first refresh token of its chain.
    pub refresh_token: String,
    /// What the device is known again by.
    pub mark: String,
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
    let mark = device.mark.clone().unwrap_or_else(secret::new);
    let device_hash = secret::hash(&mark);
    notice(tx, account, &device, &device_hash).await?;
    let row = session::ActiveModel {
        id: Set(SessionId::new()),
        account_id: Set(account),
        company_id: Set(company),
        user_agent: Set(device.user_agent.chars().take(300).collect()),
        address: Set(device.address),
        created_at: Set(tx.now()),
        last_seen_at: Set(tx.now()),
        revoked_at: Set(None),
        device_hash: Set(Some(device_hash)),
        proved_at: Set(tx.now()),
    };
    let session = tx.insert(row).await?;
    let refresh_token = chain_link(tx, session.id, 1, refresh_days).await?;
    Ok(Opened { session, refresh_token, mark })
}

/// Tells the person of a device that their account has not been seen on.
async fn notice(tx: &PlatformTx, account: AccountId, device: &Device, device_hash: &str) -> Result<()> {
    // Sign-ins of one account take turns, so that two at once do not both look like the first.
    let row = tx.find(account::Entity::find_by_id(account).lock_exclusive()).await?;
    let known = session::Entity::find().filter(session::Column::AccountId.eq(account)).filter(session::Column::DeviceHash.eq(device_hash)).limit(1);
    if tx.one(known).await?.is_some() || tx.one(session::latest(account)).await?.is_none() {
        return Ok(());
    }
    let event = SignedInOnNewDevice {
        account_id: row.id,
        email: row.email,
        name: row.name,
        locale: row.locale,
        user_agent: device.user_agent.chars().take(300).collect(),
        address: device.address.clone(),
        at: tx.now(),
    };
    tx.emit(&event).await?;
    Ok(())
}
