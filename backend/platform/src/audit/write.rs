//! Writing into the audit log: in the platform's part at once, from a tenant's part by the outbox.

use super::{
    ActorKind, Cause, Entry,
    chain::{self, Row, SHARDS},
    entry::Changes,
    events::AuditRecorded,
};
use crate::{
    event::Delivery,
    scope::{PlatformTx, TenantTx},
};
use chrono::{DateTime, Utc};
use kernel::{AuditEntryId, EventId, Problem, Result};
use sea_orm::{FromQueryResult, Value};

/// Characters of a client's own name that are kept.
const AGENT_LENGTH_MAX: usize = 300;

/// Whichever chain nobody else is writing; the search begins at an arbitrary one.
const FREE_HEAD: &str = "SELECT shard, seq, hash FROM audit_head ORDER BY (shard + $1) % 64 LIMIT 1 FOR UPDATE SKIP LOCKED";
const HEAD: &str = "SELECT shard, seq, hash FROM audit_head WHERE shard = $1 FOR UPDATE";
const MOVE_HEAD: &str = "UPDATE audit_head SET seq = $2, hash = $3 WHERE shard = $1";
const INSERT: &str = "INSERT INTO audit_entry (id, shard, seq, at, action, actor_kind, account_id, acting_for, role, via, company_id, object_kind,
    object_id, object_label, changes, reason, address, agent, trace_id, event_id, prev_hash, hash)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)";
const WRITTEN: &str = "SELECT id FROM audit_entry WHERE event_id = $1";

#[derive(FromQueryResult)]
struct Head {
    shard: i16,
    seq: i64,
    hash: Vec<u8>,
}

#[derive(FromQueryResult)]
struct Written {
    #[expect(dead_code, reason = "only whether there is one is asked")]
    id: AuditEntryId,
}

impl PlatformTx {
    /// Writes an entry into the audit log; it is there if, and only if, this transaction commits.
    /// Who did it and from where is what the transaction began with.
    pub async fn record(&self, entry: Entry) -> Result<()> {
        append(self, self.cause().clone(), entry, self.now(), None).await
    }
}

impl TenantTx {
    /// Has an entry written into the audit log, by an event of this transaction.
    pub async fn record(&self, entry: Entry) -> Result<()> {
        entry.sound()?;
        let company = self.company();
        self.emit(&AuditRecorded { company_id: company, entry: entry.of(company), cause: self.cause().clone() }).await.map(drop)
    }
}

/// Writes what a tenant's part has told; one that is there already stays as it is. The company is
/// the one whose outbox it came from, whatever the event says.
pub async fn take(tx: &PlatformTx, delivery: &Delivery) -> Result<()> {
    let event: AuditRecorded = delivery.read()?;
    let company = delivery.company.ok_or_else(|| Problem::internal("an audit entry of no company"))?;
    if tx.row::<Written>(WRITTEN, [delivery.id.into()]).await?.is_some() {
        return Ok(());
    }
    append(tx, event.cause, event.entry.of(company), delivery.at, Some(delivery.id)).await
}

async fn append(tx: &PlatformTx, cause: Cause, entry: Entry, at: DateTime<Utc>, event: Option<EventId>) -> Result<()> {
    entry.sound()?;
    let id = AuditEntryId::new();
    let head = head(tx, id).await?;
    let Cause { mut actor, origin } = cause;
    if let (ActorKind::Guest, Some(person)) = (actor.kind, entry.person) {
        actor.kind = ActorKind::Person;
        actor.account = Some(person);
    }
    let mut row = Row {
        id,
        shard: head.shard,
        seq: head.seq + 1,
        at,
        action: entry.action,
        actor_kind: actor.kind,
        account_id: actor.account,
        acting_for: actor.company,
        role: actor.role,
        via: actor.via,
        company_id: entry.company,
        object_kind: entry.object_kind,
        object_id: entry.object_id,
        object_label: entry.object_label,
        changes: Changes(entry.changes),
        reason: entry.reason,
        address: origin.address,
        agent: origin.agent.map(|agent| agent.chars().take(AGENT_LENGTH_MAX).collect()),
        trace_id: origin.trace_id,
        event_id: event,
        prev_hash: head.hash,
        hash: Vec::new(),
    };
    row.hash = chain::hash(&row.prev_hash, &row);
    let end: [Value; 3] = [row.shard.into(), row.seq.into(), row.hash.clone().into()];
    tx.run(INSERT, values(row)?).await?;
    tx.run(MOVE_HEAD, end).await.map(drop)
}

/// The end of the chain that this transaction writes: the one that it has written before, or a
/// free one; where all are being written, it waits for one.
async fn head(tx: &PlatformTx, id: AuditEntryId) -> Result<Head> {
    let missing = || Problem::internal("the audit log has no such chain");
    if let Some(own) = tx.audit_shard() {
        return tx.row(HEAD, [own.into()]).await?.ok_or_else(missing);
    }
    let start = i16::try_from(id.uuid().as_u128() % u128::from(SHARDS.unsigned_abs())).unwrap_or(0);
    let head: Head = match tx.row(FREE_HEAD, [start.into()]).await? {
        Some(head) => head,
        None => tx.row(HEAD, [start.into()]).await?.ok_or_else(missing)?,
    };
    tx.keep_audit_shard(head.shard);
    Ok(head)
}

fn values(row: Row) -> Result<[Value; 22]> {
    use sea_orm::ActiveEnum;
    Ok([
        row.id.into(),
        row.shard.into(),
        row.seq.into(),
        row.at.into(),
        row.action.into(),
        row.actor_kind.to_value().into(),
        row.account_id.into(),
        row.acting_for.into(),
        row.role.into(),
        row.via.into(),
        row.company_id.into(),
        row.object_kind.into(),
        row.object_id.into(),
        row.object_label.into(),
        serde_json::to_value(&row.changes).map_err(Problem::internal)?.into(),
        row.reason.into(),
        row.address.into(),
        row.agent.into(),
        row.trace_id.into(),
        row.event_id.into(),
        row.prev_hash.into(),
        row.hash.into(),
    ])
}
