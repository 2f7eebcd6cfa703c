//! What the audit log tells of flows that a person starts.

use kernel::audit_actions;

audit_actions! { AUDIT;
    SETTLEMENT_STARTED = "flows.settlement_run.started" ["everyone"];
}
