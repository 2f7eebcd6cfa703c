//! A device exchanges its refresh token for the next one.

use super::{chain_link, revoke};
use crate::{
    audit,
    entity::{account, refresh_token, session},
    rules::{self, Presented},
    secret,
};
use kernel::Result;
use platform::PlatformTx;
use sea_orm::{ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Set, sea_query::Expr};

/// What became of the exchange. Every outcome is to be committed: a theft is noted for good.
#[derive(Clone, Debug)]
pub enum Refreshed {
    /// The session goes on with another refresh token.
    Renewed {
        /// The session.
        session: session::Model,
        /// The token to keep.
        refresh_token: String,
    },
    /// No such token, or too old, or signed out.
    Ended,
    /// A used token came back; the session was ended.
    Stolen,
}

/// Exchanges a refresh token; [`rules::judge`] says how a used one is looked at. The session's row
/// is locked, so that two tabs are served one after the other.
pub async fn refresh(tx: &PlatformTx, refresh_days: i64, token: &str) -> Result<Refreshed> {
    let hash = secret::hash(token);
    let Some(seen) = tx.one(refresh_token::Entity::find_by_id(hash.as_str())).await? else { return Ok(Refreshed::Ended) };
    let session = tx.find(session::Entity::find_by_id(seen.session_id).lock_exclusive()).await?;
    let Some(link) = tx.one(refresh_token::Entity::find_by_id(hash.as_str())).await? else { return Ok(Refreshed::Ended) };
    if session.revoked_at.is_some() || tx.one(account::Entity::find_by_id(session.account_id)).await?.is_none() {
        return Ok(Refreshed::Ended);
    }
    let newest = tx.one(refresh_token::newest(session.id)).await?.map_or(link.generation, |newest| newest.generation);
    match rules::judge(link.used_at, link.expires_at, link.generation, newest, tx.now()) {
        Presented::Expired => return Ok(Refreshed::Ended),
        Presented::Stolen => {
            revoke(tx, Condition::all().add(session::Column::Id.eq(session.id))).await?;
            tx.record(audit::about(audit::SESSION_STOLEN, session.account_id)).await?;
            return Ok(Refreshed::Stolen);
        }
        Presented::SecondTab => {}
        Presented::Fresh => {
            let used_up = refresh_token::Entity::update_many()
                .col_expr(refresh_token::Column::UsedAt, Expr::value(tx.now()))
                .filter(refresh_token::Column::SessionId.eq(session.id))
                .filter(refresh_token::Column::Generation.lte(link.generation))
                .filter(refresh_token::Column::UsedAt.is_null());
            tx.update_many(used_up).await?;
        }
    }
    let refresh_token = chain_link(tx, session.id, link.generation + 1, refresh_days).await?;
    let mut change = session.into_active_model();
    change.last_seen_at = Set(tx.now());
    let session = tx.update(change).await?;
    Ok(Refreshed::Renewed { session, refresh_token })
}
