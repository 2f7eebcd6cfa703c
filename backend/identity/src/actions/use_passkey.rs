//! A passkey answers: whose it is, and whether it is to be believed.

use super::{
    ask_passkey::take,
    passkeys::{refused, tell},
};
use crate::{
    audit, codes,
    entity::{account, passkey, passkey_challenge::Purpose},
    events::PasskeyChange,
    passkeys::{PasskeyAnswer, party},
    throttle,
};
use kernel::{AccountId, Problem, Result};
use platform::App;
use sea_orm::{EntityTrait, IntoActiveModel, QuerySelect, Set};
use webauthn_rs::prelude::{DiscoverableAuthentication, Passkey, WebauthnError};

/// Who signs in by a passkey alone. The same refusal for one that is unknown and one that is wrong.
pub async fn check_passkey(app: &App, answer: &PasskeyAnswer, address: &str) -> Result<AccountId> {
    let account = believe(app, Purpose::SignIn, None, answer, address).await?;
    let tx = app.platform().await?;
    let row = tx.find(account::Entity::find_by_id(account)).await?;
    if row.email_verified_at.is_some() { Ok(account) } else { Err(codes::EMAIL_UNVERIFIED.into()) }
}

/// Whether it is a passkey of this person who signs in by the password. Error: another's, or none.
pub async fn check_passkey_of(app: &App, account: AccountId, answer: &PasskeyAnswer, address: &str) -> Result<()> {
    if believe(app, Purpose::SignIn, None, answer, address).await? == account { Ok(()) } else { Err(codes::PASSKEY_REFUSED.into()) }
}

/// Whether a signed-in person has proven by a passkey that it is them.
pub(super) async fn prove_by_passkey(app: &App, account: AccountId, answer: &PasskeyAnswer, address: &str) -> Result<()> {
    believe(app, Purpose::Prove, Some(account), answer, address).await.map(drop)
}

/// Judges an answer: to a challenge that was asked for this purpose and person, from our own pages, with
/// the person verified, signed by a key that is known, and with a counter that has not gone back
/// (WebAuthn, level 2, section 7.2). A counter that has is what a copy would show: it is refused,
/// written down, and told to the person.
async fn believe(app: &App, purpose: Purpose, account: Option<AccountId>, answer: &PasskeyAnswer, address: &str) -> Result<AccountId> {
    throttle::passkey(app, address).await?;
    let asked: DiscoverableAuthentication = take(app, purpose, account, &answer.challenge).await?;
    let read = answer.read()?;
    let party = party(app.config())?;
    let owner = match party.identify_discoverable_authentication(&read) {
        Ok((owner, _)) => Some(owner),
        // One that was asked for by name need not say whose it is.
        Err(_) if answer.user_handle.is_none() => account.map(AccountId::uuid),
        Err(_) => None,
    };
    let known = {
        let tx = app.platform().await?;
        tx.one(passkey::by_credential(read.get_credential_id())).await?.ok_or(codes::PASSKEY_REFUSED)?
    };
    if owner != Some(known.account_id.uuid()) || account.is_some_and(|account| account != known.account_id) {
        return Err(codes::PASSKEY_REFUSED.into());
    }
    // Whoever does not know the passkey's name, which none but its owner's browser does, holds nobody up.
    throttle::passkey_of(app, known.account_id).await?;
    let tx = app.platform().await?;
    // Two answers of one passkey take turns, so that the counter is compared with the latest.
    let row = tx.one(passkey::Entity::find_by_id(known.id).lock_exclusive()).await?.ok_or(codes::PASSKEY_REFUSED)?;
    let mut key: Passkey = serde_json::from_value(row.credential.clone()).map_err(Problem::internal)?;
    let result = match party.finish_discoverable_authentication_v2(&read, asked, &key) {
        Ok(result) => result,
        Err(why @ WebauthnError::CredentialPossibleCompromise) => {
            tx.record(audit::about(audit::PASSKEY_REFUSED, row.account_id).by_link_of(row.account_id)).await?;
            tell(&tx, &row, PasskeyChange::Refused).await?;
            tx.commit().await?;
            return Err(refused(why));
        }
        Err(why) => return Err(refused(why)),
    };
    key.update_credential(&result);
    let account = row.account_id;
    let mut change = row.into_active_model();
    change.credential = Set(serde_json::to_value(&key).map_err(Problem::internal)?);
    change.last_used_at = Set(Some(tx.now()));
    tx.update(change).await?;
    tx.commit().await?;
    Ok(account)
}
