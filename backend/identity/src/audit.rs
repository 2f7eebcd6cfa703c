//! What the audit log tells of accounts. The thing is the account; its name and address are not
//! copied, so that they go when the person does.

use kernel::{AccountId, AuditAction, audit_actions};
use platform::audit::Entry;

audit_actions! { AUDIT;
    PASSWORD_CHANGED = "identity.password.changed" [];
    PASSWORD_RESET = "identity.password.reset" [];
    EMAIL_CHANGED = "identity.email.changed" ["email"];
    SECOND_FACTOR_ON = "identity.second_factor.turned_on" [];
    SECOND_FACTOR_OFF = "identity.second_factor.turned_off" [];
    RECOVERY_CODES_RENEWED = "identity.recovery_codes.renewed" [];
    RECOVERY_CODE_USED = "identity.recovery_code.used" [];
    PASSKEY_ADDED = "identity.passkey.added" [];
    PASSKEY_REMOVED = "identity.passkey.removed" [];
    PASSKEY_REFUSED = "identity.passkey.refused" [];
    SESSION_ENDED = "identity.session.ended" [];
    SESSIONS_ENDED = "identity.sessions.ended" [];
    SESSION_STOLEN = "identity.session.stolen" [];
    ACCOUNT_DELETED = "identity.account.deleted" [];
    OPERATOR_ROLE_SET = "identity.operator_role.set" ["role"];
}

/// An entry about a person's account.
pub(crate) fn about(action: AuditAction, account: AccountId) -> Entry {
    Entry::new(action, account, "")
}
