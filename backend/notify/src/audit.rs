//! What the audit log tells of webhooks.

use crate::entity::webhook_endpoint as endpoint;
use kernel::{AuditAction, audit_actions};
use platform::audit::Entry;
use serde_json::{Value, json};

audit_actions! { AUDIT;
    WEBHOOK_ADDED = "notify.webhook.added" ["host", "description", "events", "enabled"];
    WEBHOOK_CHANGED = "notify.webhook.changed" ["host", "description", "events", "enabled"];
    WEBHOOK_REMOVED = "notify.webhook.removed" ["host", "description", "events", "enabled"];
    WEBHOOK_SWITCHED_OFF = "notify.webhook.switched_off" ["host", "description", "events", "enabled"];
    WEBHOOK_ROTATED = "notify.webhook.rotated" ["old_ends_at"];
    WEBHOOK_OVERLAP_ENDED = "notify.webhook.overlap_ended" ["old_ends_at"];
}

/// An entry about an endpoint, in the part of its company.
pub(crate) fn about(action: AuditAction, row: &endpoint::Model) -> Entry {
    Entry::new(action, row.id, host(&row.url)).of(row.company_id)
}

/// Where webhooks go and what of. The rest of the address can be a secret of the receiver's.
pub(crate) fn endpoint(row: &endpoint::Model) -> Value {
    json!({"host": host(&row.url), "description": row.description, "events": row.event_types.0, "enabled": row.enabled})
}

/// When the old secret ends.
pub(crate) fn overlap(row: &endpoint::Model) -> Value {
    json!({"old_ends_at": row.old_ends_at})
}

fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}
