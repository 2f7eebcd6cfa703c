//! What the audit log tells of payouts. What money moves is in the journal, which is chained of its
//! own; here stands who decided.

use crate::entity::payout::Model;
use kernel::{AuditAction, audit_actions};
use platform::audit::Entry;
use serde_json::json;

audit_actions! { AUDIT;
    PAYOUT_GIVEN = "ledger.payout.given_to_provider" ["state"];
    PAYOUT_RELEASED = "ledger.payout.released" ["amount"];
    PAYOUT_CONFIRMED = "ledger.payout.confirmed" ["state"];
    PAYOUT_RETURNED = "ledger.payout.returned" ["state"];
    BATCH_MADE = "ledger.payout_batch.made" ["count", "amount", "payouts"];
}

/// An entry about a payout whose state is another now, in its company's part of the log.
pub(crate) fn moved(action: AuditAction, before: &Model, after: &Model) -> Entry {
    let entry = Entry::new(action, after.id, &after.number).of(after.company_id);
    entry.changed(json!({"state": before.state}), json!({"state": after.state}))
}
