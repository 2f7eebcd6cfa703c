//! The verbs of this context; the only code that writes its tables.

mod ask_passkey;
mod change_email;
mod change_me;
mod change_password;
mod choose_company;
mod delete_account;
mod end_session;
mod give_consent;
mod make_operator;
mod open_session;
mod passkeys;
mod prove;
mod prove_password;
mod prune;
mod refresh;
mod request_password_reset;
mod reset_password;
mod second_factor;
mod sign_up;
mod use_passkey;
mod verify_email;

pub use ask_passkey::{Challenge, PASSKEYS_MOST, ask_new_passkey, ask_proof, ask_sign_in};
pub use change_email::{ChangeEmail, change_email, confirm_email};
pub use change_me::{ChangeMe, change_me};
pub use change_password::{ChangePassword, change_password};
pub use choose_company::choose_company;
pub use delete_account::delete_account;
pub use end_session::{end_all_sessions, end_presented, end_session};
pub use give_consent::{Consent, consents_due, consents_in_force, give_consent};
pub use make_operator::make_operator;
pub use open_session::{Device, Opened, check_credentials, open_session};
pub use passkeys::{add_passkey, remove_passkey, rename_passkey};
pub use prove::{Proof, prove};
pub use prune::prune;
pub use refresh::{Refreshed, refresh};
pub use request_password_reset::{request_password_reset, send_password_reset};
pub use reset_password::reset_password;
pub use second_factor::{NewFactor, confirm_second_factor, drop_second_factor, prepare_second_factor, renew_recovery_codes, use_code};
pub use sign_up::{NewAccount, register_verified, resend_verification, send_verification, sign_up};
pub use use_passkey::{check_passkey, check_passkey_of};
pub use verify_email::verify_email;

use crate::{
    entity::{account_token, refresh_token, session},
    secret,
};
use chrono::Duration;
use kernel::{AccountId, Result, SessionId};
use platform::PlatformTx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set, sea_query::Expr};

/// Makes a secret for a mail; earlier ones for the same purpose are worth nothing any more.
async fn mail_secret(tx: &PlatformTx, account: AccountId, purpose: account_token::Purpose, lifetime: Duration) -> Result<String> {
    mail_secret_for(tx, account, purpose, lifetime, None).await
}

/// Makes a secret for a mail that also says which address it is about.
async fn mail_secret_for(
    tx: &PlatformTx,
    account: AccountId,
    purpose: account_token::Purpose,
    lifetime: Duration,
    email: Option<String>,
) -> Result<String> {
    tx.delete_many(account_token::Entity::delete_many().filter(account_token::of(account, purpose))).await?;
    let token = secret::new();
    let row = account_token::ActiveModel {
        token_hash: Set(secret::hash(&token)),
        account_id: Set(account),
        purpose: Set(purpose),
        created_at: Set(tx.now()),
        expires_at: Set(tx.now() + lifetime),
        used_at: Set(None),
        email: Set(email),
    };
    tx.insert(row).await?;
    Ok(token)
}

/// Makes a refresh token of a generation.
async fn chain_link(tx: &PlatformTx, session: SessionId, generation: i32, days: i64) -> Result<String> {
    let token = secret::new();
    let row = refresh_token::ActiveModel {
        token_hash: Set(secret::hash(&token)),
        session_id: Set(session),
        generation: Set(generation),
        issued_at: Set(tx.now()),
        expires_at: Set(tx.now() + Duration::days(days)),
        used_at: Set(None),
    };
    tx.insert(row).await?;
    Ok(token)
}

/// The condition for a person's other devices.
fn others(account: AccountId, kept: Option<SessionId>) -> sea_orm::Condition {
    let all = sea_orm::Condition::all().add(session::Column::AccountId.eq(account));
    match kept {
        Some(kept) => all.add(session::Column::Id.ne(kept)),
        None => all,
    }
}

/// Signs devices out; returns how many were signed in.
async fn revoke(tx: &PlatformTx, which: sea_orm::Condition) -> Result<u64> {
    let update = session::Entity::update_many()
        .col_expr(session::Column::RevokedAt, Expr::value(tx.now()))
        .filter(which)
        .filter(session::Column::RevokedAt.is_null());
    tx.update_many(update).await
}
