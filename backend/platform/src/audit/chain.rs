//! The hash chains of the audit log. A row's hash covers the hash before it and every field of the
//! row, so that an altered, missing or inserted row shows.

use super::{
    cause::ActorKind,
    entry::{Change, Changes},
};
use chrono::{DateTime, Utc};
use kernel::{AccountId, AuditEntryId, CompanyId, EventId};
use sea_orm::FromQueryResult;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// Number of chains. A transaction takes whichever is free, so that nobody waits for another.
pub const SHARDS: i16 = 64;
/// The hash before a chain's first row.
pub const GENESIS: [u8; 32] = [0; 32];
/// Version of the canonical form.
const FORM: u8 = 1;

/// A row of `audit_entry`.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Row {
    pub id: AuditEntryId,
    pub shard: i16,
    pub seq: i64,
    pub at: DateTime<Utc>,
    pub action: String,
    pub actor_kind: ActorKind,
    pub account_id: Option<AccountId>,
    pub acting_for: Option<CompanyId>,
    pub role: Option<String>,
    pub via: Option<String>,
    pub company_id: Option<CompanyId>,
    pub object_kind: String,
    pub object_id: String,
    pub object_label: String,
    pub changes: Changes,
    pub reason: Option<String>,
    pub address: Option<String>,
    pub agent: Option<String>,
    pub trace_id: Option<String>,
    pub event_id: Option<EventId>,
    pub prev_hash: Vec<u8>,
    pub hash: Vec<u8>,
}

/// The hash of a row that follows `previous`.
pub(super) fn hash(previous: &[u8], row: &Row) -> Vec<u8> {
    let mut sha = Sha256::new();
    sha.update(previous);
    sha.update(canonical(row));
    sha.finalize().to_vec()
}

/// Every field but the hashes: fixed order, lengths before texts, big-endian numbers, a byte
/// before each optional field. No two different rows have the same canonical form.
fn canonical(row: &Row) -> Vec<u8> {
    let mut out = Vec::with_capacity(512);
    out.push(FORM);
    out.extend(row.id.uuid().as_bytes());
    out.extend(row.shard.to_be_bytes());
    out.extend(row.seq.to_be_bytes());
    out.extend(row.at.timestamp_micros().to_be_bytes());
    text(&mut out, &row.action);
    out.push(match row.actor_kind {
        ActorKind::Guest => 1,
        ActorKind::Person => 2,
        ActorKind::Member => 3,
        ActorKind::Operator => 4,
        ActorKind::ApiKey => 5,
        ActorKind::System => 6,
    });
    for id in [row.account_id.map(AccountId::uuid), row.acting_for.map(CompanyId::uuid), row.company_id.map(CompanyId::uuid)] {
        optional(&mut out, id.as_ref().map(|id| id.as_bytes().as_slice()));
    }
    optional(&mut out, row.event_id.map(EventId::uuid).as_ref().map(|id| id.as_bytes().as_slice()));
    for value in [&row.role, &row.via, &row.reason, &row.address, &row.agent, &row.trace_id] {
        optional(&mut out, value.as_deref().map(str::as_bytes));
    }
    for value in [&row.object_kind, &row.object_id, &row.object_label] {
        text(&mut out, value);
    }
    length(&mut out, row.changes.0.len());
    for Change { field, before, after } in &row.changes.0 {
        text(&mut out, field);
        json(&mut out, before);
        json(&mut out, after);
    }
    out
}

fn length(out: &mut Vec<u8>, value: usize) {
    out.extend(u64::try_from(value).unwrap_or(u64::MAX).to_be_bytes());
}

fn text(out: &mut Vec<u8>, value: &str) {
    length(out, value.len());
    out.extend(value.as_bytes());
}

fn optional(out: &mut Vec<u8>, value: Option<&[u8]>) {
    match value {
        None => out.push(0),
        Some(bytes) => {
            out.push(1);
            length(out, bytes.len());
            out.extend(bytes);
        }
    }
}

/// A value by its kind; the fields of an object in alphabetical order, because the database keeps
/// them in one of its own.
fn json(out: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Null => out.push(0),
        Value::Bool(value) => out.extend([1, u8::from(*value)]),
        Value::Number(number) => {
            out.push(2);
            text(out, &number.to_string());
        }
        Value::String(value) => {
            out.push(3);
            text(out, value);
        }
        Value::Array(items) => {
            out.push(4);
            length(out, items.len());
            items.iter().for_each(|item| json(out, item));
        }
        Value::Object(fields) => {
            out.push(5);
            length(out, fields.len());
            let mut names: Vec<&String> = fields.keys().collect();
            names.sort_unstable();
            for name in names {
                text(out, name);
                json(out, fields.get(name).unwrap_or(&Value::Null));
            }
        }
    }
}
