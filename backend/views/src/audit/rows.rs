//! Entries of the audit log with the names of people and companies as they are today.

use super::body::{AuditActor, AuditEntry, AuditObject, AuditOrigin};
use crate::names::{CompanyName, names};
use chrono::{DateTime, Utc};
use kernel::{AccountId, AuditEntryId, CompanyId, Page, PageQuery, Result};
use platform::{
    PlatformTx,
    audit::{ActorKind, Changes},
};
use sea_orm::{FromQueryResult, Value};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Viewer {
    /// A company, at its own part.
    Company(CompanyId),
    /// The operator.
    Operator,
}

/// Which entries.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub company: Option<CompanyId>,
    pub from: Option<DateTime<Utc>>,
    pub until: Option<DateTime<Utc>>,
    pub action: Option<String>,
    pub actor_kind: Option<ActorKind>,
    pub account: Option<AccountId>,
    pub object: Option<String>,
    /// A pattern.
    pub words: Option<String>,
}

/// Where an entry stands in the list.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Position {
    at: DateTime<Utc>,
    id: AuditEntryId,
}

/// The company's part has an index of its own, which a condition that may be absent would not use.
macro_rules! entries {
    ($part:literal) => {
        concat!(
            "SELECT e.id, e.at, e.action, e.actor_kind, e.account_id, e.acting_for, e.role, e.via, e.company_id, e.object_kind, e.object_id,
                    e.object_label, e.changes, e.reason, e.address, e.agent, e.trace_id, e.hash
               FROM audit_entry e LEFT JOIN account a ON a.id = e.account_id
              WHERE ",
            $part,
            "   AND ($2::timestamptz IS NULL OR e.at >= $2)
                AND ($3::timestamptz IS NULL OR e.at < $3)
                AND ($4::text IS NULL OR e.action = $4)
                AND ($5::text IS NULL OR e.actor_kind = $5)
                AND ($6::uuid IS NULL OR e.account_id = $6)
                AND ($7::text IS NULL OR e.object_id = $7)
                AND ($8::text IS NULL OR e.object_label ILIKE $8 OR e.object_id ILIKE $8 OR e.reason ILIKE $8 OR e.changes::text ILIKE $8 OR a.name ILIKE $8)
                AND ($9::timestamptz IS NULL OR (e.at, e.id) < ($9, $10))
              ORDER BY e.at DESC, e.id DESC LIMIT $11"
        )
    };
}

const OF_COMPANY: &str = entries!("e.company_id = $1 ");
const OF_ALL: &str = entries!("$1::uuid IS NULL ");

#[derive(FromQueryResult)]
struct Row {
    id: AuditEntryId,
    at: DateTime<Utc>,
    action: String,
    actor_kind: ActorKind,
    account_id: Option<AccountId>,
    acting_for: Option<CompanyId>,
    role: Option<String>,
    via: Option<String>,
    company_id: Option<CompanyId>,
    object_kind: String,
    object_id: String,
    object_label: String,
    changes: Changes,
    reason: Option<String>,
    address: Option<String>,
    agent: Option<String>,
    trace_id: Option<String>,
    hash: Vec<u8>,
}

impl Row {
    /// The person that it was done to, where it was done to one.
    fn object_account(&self) -> Option<AccountId> {
        if self.object_kind == AccountId::PREFIX { self.object_id.parse().ok() } else { None }
    }
}

/// A page of the log.
pub async fn page(tx: &PlatformTx, filter: &Filter, page: &PageQuery, viewer: Viewer) -> Result<Page<AuditEntry>> {
    let limit = page.limit()?;
    let rows = after(tx, filter, page.position()?, limit + 1, viewer).await?;
    Ok(Page::from_surplus(rows, limit, position))
}

/// Where an entry stands.
pub const fn position(entry: &AuditEntry) -> Position {
    Position { at: entry.at, id: entry.id }
}

/// The entries that follow a position, at most `limit`.
pub async fn after(tx: &PlatformTx, filter: &Filter, position: Option<Position>, limit: u64, viewer: Viewer) -> Result<Vec<AuditEntry>> {
    let values: [Value; 11] = [
        filter.company.map(CompanyId::uuid).into(),
        filter.from.into(),
        filter.until.into(),
        filter.action.clone().into(),
        filter.actor_kind.map(|kind| sea_orm::ActiveEnum::to_value(&kind)).into(),
        filter.account.map(AccountId::uuid).into(),
        filter.object.clone().into(),
        filter.words.clone().into(),
        position.map(|position| position.at).into(),
        position.map(|position| position.id.uuid()).into(),
        i64::try_from(limit).unwrap_or(i64::MAX).into(),
    ];
    let sql = if filter.company.is_some() { OF_COMPANY } else { OF_ALL };
    let rows: Vec<Row> = tx.rows(sql, values).await?;
    let accounts: Vec<AccountId> = rows.iter().flat_map(|row| [row.account_id, row.object_account()]).flatten().collect();
    let people = identity::queries::people(tx, &accounts).await?.into_iter().map(|person| (person.id, person.name)).collect();
    let companies = names(tx, rows.iter().flat_map(|row| [row.acting_for, row.company_id]).flatten()).await?;
    Ok(rows.into_iter().map(|row| shape(row, &people, &companies, viewer)).collect())
}

fn shape(row: Row, people: &HashMap<AccountId, String>, companies: &HashMap<CompanyId, String>, viewer: Viewer) -> AuditEntry {
    let name = |id: AccountId| people.get(&id).cloned();
    // From where buyers and the operator's people come is no business of a company.
    let shows_origin = viewer == Viewer::Operator || row.acting_for.map(Viewer::Company) == Some(viewer);
    let origin = AuditOrigin { address: row.address.clone(), agent: row.agent.clone(), trace_id: row.trace_id.clone() };
    let known = origin.address.is_some() || origin.agent.is_some() || origin.trace_id.is_some();
    let label = row.object_account().and_then(name).unwrap_or_else(|| row.object_label.clone());
    // The operator answers for its people; a company sees that it was the operator.
    let shows_person = viewer == Viewer::Operator || row.actor_kind != ActorKind::Operator;
    AuditEntry {
        id: row.id,
        at: row.at,
        action: row.action,
        actor: AuditActor {
            kind: row.actor_kind,
            account_id: row.account_id.filter(|_| shows_person),
            name: row.account_id.filter(|_| shows_person).and_then(name),
            company: row.acting_for.map(|id| CompanyName::of(id, companies)),
            role: row.role.filter(|_| shows_person),
            via: row.via,
        },
        company: row.company_id.filter(|_| viewer == Viewer::Operator).map(|id| CompanyName::of(id, companies)),
        object: AuditObject { kind: row.object_kind, id: row.object_id, label },
        changes: row.changes.0,
        reason: row.reason,
        origin: (known && shows_origin).then_some(origin),
        hash: hex::encode(row.hash),
    }
}
