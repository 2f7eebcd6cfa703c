//! What the audit log tells of trades: each step that a person takes, beside the timeline, which
//! also has those of rules and deadlines; and the operator's rules.

use kernel::audit_actions;

audit_actions! { AUDIT;
    TRADE_MOVED = "trade.trade.moved" ["state", "step"];
    RULES_SET = "trade.rules.set" ["auto_issue", "auto_approve", "confirm_after_days"];
}
