//! What the audit log tells of proposals. What an approved one changes is told by whoever changes it.

use crate::entity::proposal::Model;
use kernel::{AuditAction, audit_actions};
use platform::audit::Entry;

audit_actions! { AUDIT;
    PROPOSED = "approval.proposal.made" ["bank", "account", "holder", "rate", "plan", "category", "valid_from", "amount"];
    APPROVED = "approval.proposal.approved" ["bank", "account", "holder", "rate", "plan", "category", "valid_from", "amount"];
    REFUSED = "approval.proposal.refused" [];
    WITHDRAWN = "approval.proposal.withdrawn" [];
    EXPIRED = "approval.proposal.expired" [];
    STALE = "approval.proposal.stale" [];
}

/// An entry about a proposal, in its company's part of the log.
pub(crate) fn about(action: AuditAction, row: &Model) -> Entry {
    let entry = Entry::new(action, row.id, &row.label);
    row.company_id.into_iter().fold(entry, Entry::of)
}
