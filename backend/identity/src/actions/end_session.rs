//! A person signs out: here, or on another of their devices.

use super::{others, revoke};
use crate::{
    audit,
    entity::{refresh_token, session},
    secret,
};
use kernel::{AccountId, Problem, Result, SessionId};
use platform::PlatformTx;
use sea_orm::{ColumnTrait, Condition, EntityTrait};

/// Ends one of a person's sessions. Error: none of theirs, or ended before.
pub async fn end_session(tx: &PlatformTx, account: AccountId, id: SessionId) -> Result<()> {
    let own = Condition::all().add(session::Column::Id.eq(id)).add(session::Column::AccountId.eq(account));
    if revoke(tx, own).await? == 0 {
        return Err(Problem::not_found());
    }
    tx.record(audit::about(audit::SESSION_ENDED, account)).await
}

/// Ends all of a person's sessions, or all but one.
pub async fn end_all_sessions(tx: &PlatformTx, account: AccountId, kept: Option<SessionId>) -> Result<u64> {
    let ended = revoke(tx, others(account, kept)).await?;
    tx.record(audit::about(audit::SESSIONS_ENDED, account)).await?;
    Ok(ended)
}

/// Ends the session of a refresh token; an unknown one is as good as signed out.
pub async fn end_presented(tx: &PlatformTx, token: &str) -> Result<()> {
    if let Some(link) = tx.one(refresh_token::Entity::find_by_id(secret::hash(token))).await? {
        let ended = revoke(tx, Condition::all().add(session::Column::Id.eq(link.session_id))).await?;
        let session = tx.one(session::Entity::find_by_id(link.session_id)).await?.filter(|_| ended > 0);
        if let Some(session) = session {
            tx.record(audit::about(audit::SESSION_ENDED, session.account_id).by_link_of(session.account_id)).await?;
        }
    }
    Ok(())
}
