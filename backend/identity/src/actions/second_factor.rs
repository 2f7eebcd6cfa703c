//! A person sets up an app that makes codes, gets codes for the day on which it is lost, and
//! turns it off again. Each is told by mail.

use crate::{
    audit, codes,
    entity::{account, passkey, passkey_challenge, recovery_code, second_factor},
    events::{SecondFactorChange, SecondFactorChanged},
    queries, totp,
};
use kernel::{AccountId, Problem, Result};
use platform::{PlatformTx, config::SecretConfig};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Set, sea_query::Expr};

/// Recovery codes that a person is given at a time.
const RECOVERY_CODES: usize = 10;

/// What an app needs to begin with.
#[derive(Clone)]
pub struct NewFactor {
    /// The secret, to be typed in.
    pub secret: String,
    /// The same with everything else, as apps read it.
    pub uri: String,
    /// The same as a picture, in SVG.
    pub picture: String,
}

/// Begins: makes a secret, which counts for nothing until a first code of it has come. Error: one
/// is in use already.
pub async fn prepare_second_factor(tx: &PlatformTx, config: &SecretConfig, id: AccountId) -> Result<NewFactor> {
    let row = tx.find(account::Entity::find_by_id(id).lock_exclusive()).await?;
    if tx.one(second_factor::in_use(id)).await?.is_some() {
        return Err(codes::SECOND_FACTOR_ON.into());
    }
    tx.delete_many(second_factor::Entity::delete_many().filter(second_factor::Column::AccountId.eq(id))).await?;
    let secret = totp::new_secret();
    let new = second_factor::ActiveModel {
        account_id: Set(id),
        secret: Set(totp::seal(config, id, &secret)?),
        confirmed_at: Set(None),
        used_step: Set(0),
        created_at: Set(tx.now()),
    };
    tx.insert(new).await?;
    let uri = totp::uri(&row.email, &secret);
    Ok(NewFactor { secret: totp::base32(&secret), picture: totp::picture(&uri)?, uri })
}

/// Turns it on by a first code; returns the recovery codes, which are not to be seen again. Errors:
/// nothing was begun, or it is on already; a wrong code.
pub async fn confirm_second_factor(tx: &PlatformTx, config: &SecretConfig, id: AccountId, code: &str) -> Result<Vec<String>> {
    let row = tx.find(second_factor::Entity::find_by_id(id).lock_exclusive()).await?;
    if row.confirmed_at.is_some() {
        return Err(codes::SECOND_FACTOR_ON.into());
    }
    let step = totp::step(&totp::open(config, id, &row.secret)?, code, tx.now()).ok_or_else(wrong)?;
    let mut change = row.into_active_model();
    change.confirmed_at = Set(Some(tx.now()));
    // The code that turned it on is used.
    change.used_step = Set(step);
    tx.update(change).await?;
    tx.record(audit::about(audit::SECOND_FACTOR_ON, id)).await?;
    tell(tx, id, SecondFactorChange::On).await?;
    recovery_codes(tx, id).await
}

/// Makes other recovery codes; those before are worth nothing any more. Error: there is neither an app
/// nor a passkey.
pub async fn renew_recovery_codes(tx: &PlatformTx, id: AccountId) -> Result<Vec<String>> {
    tx.find(account::Entity::find_by_id(id).lock_exclusive()).await?;
    if !queries::has_second_factor(tx, id).await? {
        return Err(Problem::not_found());
    }
    tx.record(audit::about(audit::RECOVERY_CODES_RENEWED, id)).await?;
    tell(tx, id, SecondFactorChange::RecoveryCodes).await?;
    recovery_codes(tx, id).await
}

/// Turns it off. The recovery codes stay where there are passkeys for which they stand in. Error: it
/// is not on.
pub async fn drop_second_factor(tx: &PlatformTx, id: AccountId) -> Result<()> {
    tx.find(account::Entity::find_by_id(id).lock_exclusive()).await?;
    tx.find(second_factor::in_use(id)).await?;
    tx.delete_many(second_factor::Entity::delete_many().filter(second_factor::Column::AccountId.eq(id))).await?;
    let left = queries::has_passkey(tx, id).await?;
    if !left {
        tx.delete_many(recovery_code::Entity::delete_many().filter(recovery_code::Column::AccountId.eq(id))).await?;
    }
    tx.record(audit::about(audit::SECOND_FACTOR_OFF, id)).await?;
    tell(tx, id, if left { SecondFactorChange::AppOff } else { SecondFactorChange::Off }).await
}

/// Forgets the app, the passkeys and the recovery codes of a person.
pub(super) async fn forget(tx: &PlatformTx, id: AccountId) -> Result<()> {
    tx.delete_many(recovery_code::Entity::delete_many().filter(recovery_code::Column::AccountId.eq(id))).await?;
    tx.delete_many(second_factor::Entity::delete_many().filter(second_factor::Column::AccountId.eq(id))).await?;
    tx.delete_many(passkey_challenge::Entity::delete_many().filter(passkey_challenge::Column::AccountId.eq(id))).await?;
    tx.delete_many(passkey::Entity::delete_many().filter(passkey::Column::AccountId.eq(id))).await?;
    Ok(())
}

/// Takes a code of the app or a recovery code: each once, however many try at the same moment,
/// because the use is the condition of the change. Returns whether there was anything to ask for.
/// Errors: a code is asked for and none was given; a wrong or used one.
pub async fn use_code(tx: &PlatformTx, config: &SecretConfig, id: AccountId, code: Option<&str>) -> Result<bool> {
    let app = tx.one(second_factor::in_use(id)).await?;
    let passkey = queries::has_passkey(tx, id).await?;
    if app.is_none() && !passkey {
        return Ok(false);
    }
    let code = code.map(str::trim).filter(|code| !code.is_empty()).ok_or_else(|| needed(passkey))?;
    let spaceless: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let step = match &app {
        Some(app) => totp::step(&totp::open(config, id, &app.secret)?, &spaceless, tx.now()),
        None => None,
    };
    if let Some(step) = step {
        let update = second_factor::Entity::update_many()
            .col_expr(second_factor::Column::UsedStep, Expr::value(step))
            .filter(second_factor::Column::AccountId.eq(id))
            .filter(second_factor::Column::UsedStep.lt(step));
        return if tx.update_many(update).await? == 1 { Ok(true) } else { Err(wrong()) };
    }
    let update = recovery_code::Entity::update_many()
        .col_expr(recovery_code::Column::UsedAt, Expr::value(tx.now()))
        .filter(recovery_code::Column::AccountId.eq(id))
        .filter(recovery_code::Column::CodeHash.eq(totp::recovery_hash(code)))
        .filter(recovery_code::Column::UsedAt.is_null());
    if tx.update_many(update).await? == 0 {
        return Err(wrong());
    }
    tx.record(audit::about(audit::RECOVERY_CODE_USED, id).by_link_of(id)).await?;
    tell(tx, id, SecondFactorChange::RecoveryCodeUsed).await?;
    Ok(true)
}

/// Gives a person recovery codes in place of all before.
pub(super) async fn recovery_codes(tx: &PlatformTx, id: AccountId) -> Result<Vec<String>> {
    tx.delete_many(recovery_code::Entity::delete_many().filter(recovery_code::Column::AccountId.eq(id))).await?;
    let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| totp::new_recovery_code()).collect();
    let row = |code: &String| recovery_code::ActiveModel { account_id: Set(id), code_hash: Set(totp::recovery_hash(code)), used_at: Set(None) };
    tx.insert_many(codes.iter().map(row).collect()).await?;
    Ok(codes)
}

/// Asks for a code, and says where a passkey would do as well.
fn needed(passkey: bool) -> Problem {
    if passkey { codes::SECOND_FACTOR_OR_PASSKEY.into() } else { codes::SECOND_FACTOR_NEEDED.into() }
}

fn wrong() -> Problem {
    Problem::new(codes::SECOND_FACTOR_WRONG).field("code", "wrong")
}

async fn tell(tx: &PlatformTx, id: AccountId, what: SecondFactorChange) -> Result<()> {
    let row = tx.find(account::Entity::find_by_id(id)).await?;
    let codes_left = queries::recovery_codes_left(tx, id).await?;
    tx.emit(&SecondFactorChanged { account_id: row.id, email: row.email, name: row.name, locale: row.locale, what, codes_left }).await?;
    Ok(())
}
