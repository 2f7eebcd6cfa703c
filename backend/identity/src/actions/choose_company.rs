//! A person chooses the company that a session acts for. Whether they belong to it is checked by
//! the caller, who can ask.

use crate::entity::session;
use kernel::{CompanyId, Result, SessionId};
use platform::PlatformTx;
use sea_orm::{EntityTrait, IntoActiveModel, QuerySelect, Set};

/// Notes the company of a session.
pub async fn choose_company(tx: &PlatformTx, session: SessionId, company: Option<CompanyId>) -> Result<session::Model> {
    let row = tx.find(session::Entity::find_by_id(session).lock_exclusive()).await?;
    if row.company_id == company {
        return Ok(row);
    }
    let mut change = row.into_active_model();
    change.company_id = Set(company);
    tx.update(change).await
}
