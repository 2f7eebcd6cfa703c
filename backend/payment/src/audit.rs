//! What the audit log tells of payments: what people decide about them.

use kernel::audit_actions;

audit_actions! { AUDIT;
    PAYMENT_RESOLVED = "payment.payment.resolved" ["state", "decision"];
    REFUND_RETRIED = "payment.refund.retried" ["state"];
}
