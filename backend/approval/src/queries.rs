//! Reads of proposals.

use crate::entity::proposal::{self, Column, Kind, Model, State};
use kernel::{CompanyId, Page, PageQuery, ProposalId, Result};
use platform::PlatformTx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

/// Which proposals.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter {
    /// Of this company alone.
    pub company: Option<CompanyId>,
    /// Of this kind alone.
    pub kind: Option<Kind>,
    /// In this state alone.
    pub state: Option<State>,
}

/// Proposals, the latest first.
pub async fn proposals(tx: &PlatformTx, filter: Filter, page: &PageQuery) -> Result<Page<Model>> {
    let limit = page.limit()?;
    let mut query = proposal::latest(page.position()?, limit + 1);
    if let Some(company) = filter.company {
        query = query.filter(Column::CompanyId.eq(company));
    }
    if let Some(kind) = filter.kind {
        query = query.filter(Column::Kind.eq(kind));
    }
    if let Some(state) = filter.state {
        query = query.filter(Column::State.eq(state));
    }
    Ok(Page::from_surplus(tx.all(query).await?, limit, |row| row.id))
}

/// A proposal, locked until the transaction ends. Error: not found.
pub async fn locked(tx: &PlatformTx, id: ProposalId) -> Result<Model> {
    tx.find(proposal::Entity::find_by_id(id).lock_exclusive()).await
}

/// A proposal. Error: not found.
pub async fn proposal(tx: &PlatformTx, id: ProposalId) -> Result<Model> {
    tx.find(proposal::Entity::find_by_id(id)).await
}
