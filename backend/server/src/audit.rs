//! What the audit log tells of the machinery.

use kernel::audit_actions;

audit_actions! { AUDIT;
    DEAD_LETTER_RETRIED = "platform.dead_letter.retried" [];
}
