//! Clears away what can never be of use again: links and refresh tokens long expired, the chains
//! of sessions that have ended, keys long retired, and what the law has kept of people who left. Sessions themselves stay, for the record.

use crate::entity::{account_token, departed_account, passkey_challenge, refresh_token, session, signing_key};
use chrono::Duration;
use kernel::Result;
use platform::PlatformTx;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

/// Days for which things are kept after they ended, so that a late theft is still recognised.
const KEPT_DAYS: i64 = 7;

/// Clears away; returns how many rows are gone.
pub async fn prune(tx: &PlatformTx) -> Result<u64> {
    let before = tx.now() - Duration::days(KEPT_DAYS);
    let links = account_token::Entity::delete_many().filter(account_token::Column::ExpiresAt.lt(before));
    let ended = session::Entity::find().select_only().column(session::Column::Id).filter(session::Column::RevokedAt.lt(before)).into_query();
    let useless = Condition::any().add(refresh_token::Column::ExpiresAt.lt(before)).add(refresh_token::Column::SessionId.in_subquery(ended));
    let chains = refresh_token::Entity::delete_many().filter(useless);
    let keys = signing_key::Entity::delete_many().filter(signing_key::Column::RetiresAt.lt(before));
    let departed = departed_account::Entity::delete_many().filter(departed_account::Column::KeepUntil.lt(tx.now()));
    // Nobody recognises anything by a challenge that was never answered.
    let asked = passkey_challenge::Entity::delete_many().filter(passkey_challenge::Column::ExpiresAt.lt(tx.now()));
    let asked = tx.delete_many(asked).await?;
    Ok(asked + tx.delete_many(departed).await? + tx.delete_many(links).await? + tx.delete_many(chains).await? + tx.delete_many(keys).await?)
}
