//! JSON shapes of API keys.

use crate::entity::api_key;
use chrono::{DateTime, Utc};
use kernel::{AccountId, ApiKeyId, Permission};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Whether an API key opens anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ApiKeyState {
    /// It opens what its permissions say.
    Active,
    /// Its time is over.
    Expired,
    /// A person ended it.
    Revoked,
}

/// An API key.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ApiKey {
    /// The key.
    id: ApiKeyId,
    /// What it is for.
    name: String,
    /// Whether it opens anything.
    state: ApiKeyState,
    /// What it may do.
    permissions: Vec<Permission>,
    /// How its secret begins.
    #[schema(example = "mk_7Gh2kQ")]
    hint: String,
    /// The secret, only in the answer to making or rotating it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "mk_7Gh2kQ…")]
    secret: Option<String>,
    /// How the old secret begins that still opens.
    #[serde(skip_serializing_if = "Option::is_none")]
    old_hint: Option<String>,
    /// Until when the old secret opens.
    #[serde(skip_serializing_if = "Option::is_none")]
    old_ends_at: Option<DateTime<Utc>>,
    /// The person who made it.
    created_by: AccountId,
    /// When it was made.
    created_at: DateTime<Utc>,
    /// When it ends.
    expires_at: DateTime<Utc>,
    /// When it got its present secret, if that is not the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    rotated_at: Option<DateTime<Utc>>,
    /// When it was revoked.
    #[serde(skip_serializing_if = "Option::is_none")]
    revoked_at: Option<DateTime<Utc>>,
    /// When it was last used, to the minute.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_used_at: Option<DateTime<Utc>>,
}

impl ApiKey {
    pub(in crate::http) fn new(row: api_key::Model, now: DateTime<Utc>) -> Self {
        let state = match row.revoked_at {
            Some(_) => ApiKeyState::Revoked,
            None if row.expires_at <= now => ApiKeyState::Expired,
            None => ApiKeyState::Active,
        };
        let overlaps = row.old_ends_at.is_some_and(|end| end > now) && state == ApiKeyState::Active;
        Self {
            id: row.id,
            name: row.name,
            state,
            permissions: row.permissions.0,
            hint: row.hint,
            secret: None,
            old_hint: row.old_hint.filter(|_| overlaps),
            old_ends_at: row.old_ends_at.filter(|_| overlaps),
            created_by: row.created_by,
            created_at: row.created_at,
            expires_at: row.expires_at,
            rotated_at: row.rotated_at,
            revoked_at: row.revoked_at,
            last_used_at: row.last_used_at,
        }
    }

    /// With its secret, unless this is the answer to a repeated request, whose secret was another.
    pub(in crate::http) fn shown_once(mut self, secret: String) -> Self {
        self.secret = Some(secret).filter(|secret| crate::api_key::hint(secret) == self.hint);
        self
    }
}
