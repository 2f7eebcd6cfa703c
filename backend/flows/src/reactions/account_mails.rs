//! What a person is written about their own account.

use super::mails::{enqueue, send};
use crate::Flows;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use identity::events;
use kernel::{Locale, Result};
use notify::Template;
use platform::Delivery;
use serde_json::json;

/// A link was asked for, by somebody who may have an account.
pub async fn link_asked(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: events::LinkAsked = delivery.read()?;
    let tx = flows.app.platform().await?;
    if tx.first_time(delivery.id, "identity.send_link").await? {
        match event.wants {
            events::LinkFor::Verification => identity::actions::send_verification(&tx, &event.email).await?,
            events::LinkFor::PasswordReset => identity::actions::send_password_reset(&tx, &event.email).await?,
        }
    }
    tx.commit().await
}

/// The verification link of a new account.
pub async fn verify_email(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: events::AccountRegistered = delivery.read()?;
    let link = link(&flows, &format!("verify-email#token={}", event.token));
    send(&flows, &delivery, Template::VerifyEmail, event.locale, event.email, json!({"name": event.name, "link": link})).await
}

/// Somebody tried to sign up with an address that has an account.
pub async fn address_taken(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: events::AddressTaken = delivery.read()?;
    let link = link(&flows, "forgot-password");
    send(&flows, &delivery, Template::AddressTaken, event.locale, event.email, json!({"name": event.name, "link": link})).await
}

/// The link by which a password is set anew.
pub async fn reset_password(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: events::PasswordResetRequested = delivery.read()?;
    let link = link(&flows, &format!("reset-password#token={}", event.token));
    send(&flows, &delivery, Template::ResetPassword, event.locale, event.email, json!({"name": event.name, "link": link})).await
}

/// A password was changed.
pub async fn password_changed(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: events::PasswordChanged = delivery.read()?;
    let data = json!({"name": event.name, "kept_here": event.kept_here, "link": link(&flows, "forgot-password")});
    send(&flows, &delivery, Template::PasswordChanged, event.locale, event.email, data).await
}

/// Word to the address that an account has, before it changes.
pub async fn email_change_asked(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: events::EmailChangeAsked = delivery.read()?;
    let data = json!({"name": event.name, "new_email": event.new_email, "link": link(&flows, "forgot-password")});
    send(&flows, &delivery, Template::EmailChangeAsked, event.locale, event.email, data).await
}

/// The link to the address that an account is to have.
pub async fn email_change_link(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: events::EmailChangeLink = delivery.read()?;
    let link = link(&flows, &format!("confirm-email#token={}", event.token));
    send(&flows, &delivery, Template::ConfirmNewEmail, event.locale, event.email, json!({"name": event.name, "link": link})).await
}

/// Word to both addresses, once it has changed.
pub async fn email_changed(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: events::EmailChanged = delivery.read()?;
    let data = json!({"name": event.name, "old_email": event.old_email, "new_email": event.email});
    let tx = flows.app.platform().await?;
    enqueue(&tx, format!("{}:old", delivery.id), Template::EmailChanged, event.locale, event.old_email, None, data.clone()).await?;
    enqueue(&tx, format!("{}:new", delivery.id), Template::EmailChanged, event.locale, event.email, None, data).await?;
    tx.commit().await
}

/// A last word to a person who has left.
pub async fn account_deleted(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: events::AccountDeleted = delivery.read()?;
    send(&flows, &delivery, Template::AccountDeleted, event.locale, event.email, json!({"name": event.name, "kept": event.kept})).await
}

/// Something about the second factor is different.
pub async fn second_factor_changed(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: events::SecondFactorChanged = delivery.read()?;
    let data = json!({"name": event.name, "what": event.what, "codes_left": event.codes_left, "link": link(&flows, "my/security")});
    send(&flows, &delivery, Template::SecondFactorChanged, event.locale, event.email, data).await
}

/// A passkey was added, removed or refused.
pub async fn passkey_changed(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: events::PasskeyChanged = delivery.read()?;
    let data = json!({
        "name": event.name, "what": event.what, "passkey": event.passkey, "second_factor": event.second_factor,
        "link": link(&flows, "my/security"),
    });
    send(&flows, &delivery, Template::PasskeyChanged, event.locale, event.email, data).await
}

/// Somebody signed in on a device that the account has not been seen on.
pub async fn new_device(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: events::SignedInOnNewDevice = delivery.read()?;
    let data = json!({
        "name": event.name, "user_agent": event.user_agent, "address": event.address, "at_text": moment(event.at, event.locale),
        "link": link(&flows, "my/sessions"),
    });
    send(&flows, &delivery, Template::NewDevice, event.locale, event.email, data).await
}

fn link(flows: &Flows, path: &str) -> String {
    format!("{}/{path}", flows.app.config().public_url())
}

/// A moment by the clock of the first market; an account has no time zone of its own.
fn moment(at: DateTime<Utc>, locale: Locale) -> String {
    let local = at.with_timezone(&Tz::Asia__Seoul);
    match locale {
        Locale::Ko => local.format("%Y년 %-m월 %-d일 %H:%M (한국 시간)").to_string(),
        Locale::En => local.format("%Y-%m-%d %H:%M (KST)").to_string(),
    }
}
