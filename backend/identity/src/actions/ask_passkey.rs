//! An authenticator is asked for an answer, and what was asked is kept here until it comes: once,
//! and not for long.

use crate::{
    codes,
    entity::{
        account, passkey,
        passkey_challenge::{self, Purpose},
    },
    passkeys::{MINUTES, origins, party},
    secret,
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::Duration;
use kernel::{AccountId, Problem, Result};
use platform::{App, PlatformTx, config::Config};
use sea_orm::{ActiveEnum, ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Set};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

/// Passkeys that a person can have.
pub const PASSKEYS_MOST: u64 = 20;

/// What a browser is handed.
#[derive(Clone, Debug)]
pub struct Challenge {
    /// Stands for what was asked; sent back with the answer.
    pub challenge: String,
    /// What the authenticator is to be asked (`publicKey`, in the standard's JSON).
    pub options: Value,
    /// Where the page has to be that asks; from anywhere else the answer is refused.
    pub origins: Vec<String>,
}

/// Asks for a new passkey. Authenticators that hold one of the person's already are told to refuse.
/// Errors: there are enough; this installation has no host name.
pub async fn ask_new_passkey(tx: &PlatformTx, config: &Config, id: AccountId) -> Result<Challenge> {
    let row = tx.find(account::Entity::find_by_id(id)).await?;
    let known = tx.all(passkey::of(id).limit(PASSKEYS_MOST)).await?;
    if u64::try_from(known.len()).is_ok_and(|known| known >= PASSKEYS_MOST) {
        return Err(codes::PASSKEYS_ENOUGH.into());
    }
    let known = known.into_iter().map(|known| known.credential_id).collect();
    let party = party(config)?;
    let (options, state) = party.start_passkey_registration(id.uuid(), &row.email, &row.name, Some(known)).map_err(Problem::internal)?;
    let mut options = public_key(&options)?;
    // Kept with its owner's name in the authenticator, so that one signs in without typing an address.
    options["authenticatorSelection"]["residentKey"] = "required".into();
    options["authenticatorSelection"]["requireResidentKey"] = true.into();
    Ok(Challenge { challenge: keep(tx, Purpose::Add, Some(id), &state).await?, options, origins: origins(&party) })
}

/// Asks for any passkey at all: the same for everybody, since nobody has said yet who they are.
pub async fn ask_sign_in(tx: &PlatformTx, config: &Config) -> Result<Challenge> {
    let party = party(config)?;
    let (options, state) = party.start_discoverable_authentication().map_err(Problem::internal)?;
    Ok(Challenge { challenge: keep(tx, Purpose::SignIn, None, &state).await?, options: public_key(&options)?, origins: origins(&party) })
}

/// Asks for one of the person's own. Error: there is none.
pub async fn ask_proof(tx: &PlatformTx, config: &Config, id: AccountId) -> Result<Challenge> {
    let own = tx.all(passkey::of(id).limit(PASSKEYS_MOST)).await?;
    if own.is_empty() {
        return Err(Problem::not_found());
    }
    let party = party(config)?;
    let (options, state) = party.start_discoverable_authentication().map_err(Problem::internal)?;
    let mut options = public_key(&options)?;
    options["allowCredentials"] =
        own.iter().map(|own| json!({"type": "public-key", "id": BASE64_URL_SAFE_NO_PAD.encode(&own.credential_id)})).collect();
    Ok(Challenge { challenge: keep(tx, Purpose::Prove, Some(id), &state).await?, options, origins: origins(&party) })
}

fn public_key(options: &impl Serialize) -> Result<Value> {
    let mut whole = serde_json::to_value(options).map_err(Problem::internal)?;
    Ok(whole["publicKey"].take())
}

async fn keep(tx: &PlatformTx, purpose: Purpose, account: Option<AccountId>, state: &impl Serialize) -> Result<String> {
    let token = secret::new();
    let row = passkey_challenge::ActiveModel {
        token_hash: Set(secret::hash(&token)),
        purpose: Set(purpose),
        account_id: Set(account),
        state: Set(serde_json::to_value(state).map_err(Problem::internal)?),
        created_at: Set(tx.now()),
        expires_at: Set(tx.now() + Duration::minutes(MINUTES)),
    };
    tx.insert(row).await?;
    Ok(token)
}

/// Takes what was asked away, whatever the answer will turn out to be: committed before the answer is
/// looked at, so that none is looked at twice. Error: unknown, late, answered before, or somebody
/// else's.
pub(super) async fn take<T: DeserializeOwned>(app: &App, purpose: Purpose, account: Option<AccountId>, token: &str) -> Result<T> {
    let tx = app.platform().await?;
    let hash = secret::hash(token);
    let row = tx.one(passkey_challenge::Entity::find_by_id(hash.as_str())).await?.ok_or(codes::PASSKEY_CHALLENGE_OVER)?;
    let taken = passkey_challenge::Entity::delete_many()
        .filter(passkey_challenge::Column::TokenHash.eq(hash))
        .filter(passkey_challenge::Column::Purpose.eq(purpose.to_value()));
    let taken = match account {
        Some(account) => taken.filter(passkey_challenge::Column::AccountId.eq(account)),
        None => taken.filter(passkey_challenge::Column::AccountId.is_null()),
    };
    if tx.delete_many(taken).await? == 0 {
        return Err(codes::PASSKEY_CHALLENGE_OVER.into());
    }
    let in_time = row.expires_at > tx.now();
    tx.commit().await?;
    if in_time { serde_json::from_value(row.state).map_err(Problem::internal) } else { Err(codes::PASSKEY_CHALLENGE_OVER.into()) }
}
