//! A person has passkeys: one more, another name for one, one less. Each is told by mail but the
//! name. From the first on, the password alone is not enough to sign in any more.

use super::{
    ask_passkey::{PASSKEYS_MOST, take},
    second_factor::recovery_codes,
};
use crate::{
    audit, codes,
    entity::{account, passkey, passkey_challenge::Purpose, recovery_code, second_factor},
    events::{PasskeyChange, PasskeyChanged},
    passkeys::{NewPasskey, party},
    queries, rules,
};
use kernel::{AccountId, PasskeyId, Problem, Result};
use platform::{App, PlatformTx};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Set};
use webauthn_rs::prelude::PasskeyRegistration;

/// Adds a passkey that an authenticator has made. With the first second factor of all come recovery
/// codes, which are not to be seen again. Errors: not the answer to the challenge; known already;
/// there are enough.
pub async fn add_passkey(app: &App, id: AccountId, new: &NewPasskey) -> Result<(passkey::Model, Option<Vec<String>>)> {
    let name = rules::name(&new.name).map_err(|reason| Problem::invalid("name", reason))?;
    let asked: PasskeyRegistration = take(app, Purpose::Add, Some(id), &new.challenge).await?;
    let made = party(app.config())?.finish_passkey_registration(&new.read()?, &asked).map_err(refused)?;
    let tx = app.platform().await?;
    // Whoever adds two at once takes turns, so that the first and the last are known for certain.
    tx.find(account::Entity::find_by_id(id).lock_exclusive()).await?;
    if tx.one(passkey::by_credential(made.cred_id())).await?.is_some() {
        return Err(codes::PASSKEY_KNOWN.into());
    }
    if tx.count(passkey::of(id)).await? >= PASSKEYS_MOST {
        return Err(codes::PASSKEYS_ENOUGH.into());
    }
    let first = !queries::has_second_factor(&tx, id).await?;
    let row = passkey::ActiveModel {
        id: Set(PasskeyId::new()),
        account_id: Set(id),
        credential_id: Set(made.cred_id().to_vec()),
        credential: Set(serde_json::to_value(&made).map_err(Problem::internal)?),
        name: Set(name),
        created_at: Set(tx.now()),
        last_used_at: Set(None),
    };
    let row = tx.insert(row).await?;
    let codes = if first { Some(recovery_codes(&tx, id).await?) } else { None };
    tx.record(audit::about(audit::PASSKEY_ADDED, id)).await?;
    tell(&tx, &row, PasskeyChange::Added).await?;
    tx.commit().await?;
    Ok((row, codes))
}

/// Gives one another name. Error: none of theirs.
pub async fn rename_passkey(tx: &PlatformTx, id: AccountId, passkey: PasskeyId, name: &str) -> Result<passkey::Model> {
    let name = rules::name(name).map_err(|reason| Problem::invalid("name", reason))?;
    let mut change = own(tx, id, passkey).await?.into_active_model();
    change.name = Set(name);
    tx.update(change).await
}

/// Removes one. `needs_one` says whether the person has to have a second factor and has not said that
/// it is to be given up. Errors: none of theirs; the last second factor of such a person.
pub async fn remove_passkey(tx: &PlatformTx, id: AccountId, passkey: PasskeyId, needs_one: bool) -> Result<()> {
    tx.find(account::Entity::find_by_id(id).lock_exclusive()).await?;
    let row = own(tx, id, passkey).await?;
    let last = tx.count(passkey::of(id)).await? == 1 && tx.one(second_factor::in_use(id)).await?.is_none();
    if last && needs_one {
        return Err(codes::PASSKEY_LAST.into());
    }
    tx.delete_many(passkey::Entity::delete_many().filter(passkey::Column::Id.eq(passkey))).await?;
    if last {
        // There is nothing left that they could stand in for.
        tx.delete_many(recovery_code::Entity::delete_many().filter(recovery_code::Column::AccountId.eq(id))).await?;
    }
    tx.record(audit::about(audit::PASSKEY_REMOVED, id)).await?;
    tell(tx, &row, PasskeyChange::Removed).await
}

async fn own(tx: &PlatformTx, id: AccountId, passkey: PasskeyId) -> Result<passkey::Model> {
    tx.find(passkey::Entity::find_by_id(passkey).filter(passkey::Column::AccountId.eq(id)).lock_exclusive()).await
}

/// Tells the person.
pub(super) async fn tell(tx: &PlatformTx, row: &passkey::Model, what: PasskeyChange) -> Result<()> {
    let person = tx.find(account::Entity::find_by_id(row.account_id)).await?;
    let second_factor = queries::has_second_factor(tx, row.account_id).await?;
    let event = PasskeyChanged {
        account_id: person.id,
        email: person.email,
        name: person.name,
        locale: person.locale,
        what,
        passkey: row.name.clone(),
        second_factor,
    };
    tx.emit(&event).await?;
    Ok(())
}

/// The one refusal for whatever is wrong with an answer; which it was is for the log.
pub(super) fn refused(why: webauthn_rs::prelude::WebauthnError) -> Problem {
    tracing::info!(%why, "a passkey's answer was refused");
    codes::PASSKEY_REFUSED.into()
}
