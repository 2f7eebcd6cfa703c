//! A person has forgotten the password. Neither what is answered nor how long it takes tells whether
//! the address has an account: that is looked up afterwards.

use super::mail_secret;
use crate::{
    entity::{account, account_token::Purpose},
    events::{LinkAsked, LinkFor, PasswordResetRequested},
};
use chrono::Duration;
use kernel::Result;
use platform::PlatformTx;

/// Minutes for which a reset link is good.
const LINK_MINUTES: i64 = 60;

/// Asks for a link by which another password can be set.
pub async fn request_password_reset(tx: &PlatformTx, email: String) -> Result<()> {
    tx.emit(&LinkAsked { email, wants: LinkFor::PasswordReset }).await.map(drop)
}

/// Sends the link, if the address has an account.
pub async fn send_password_reset(tx: &PlatformTx, email: &str) -> Result<()> {
    let Some(row) = tx.one(account::by_email(email)).await? else { return Ok(()) };
    let token = mail_secret(tx, row.id, Purpose::ResetPassword, Duration::minutes(LINK_MINUTES)).await?;
    tx.emit(&PasswordResetRequested { account_id: row.id, email: row.email, name: row.name, locale: row.locale, token }).await?;
    Ok(())
}
