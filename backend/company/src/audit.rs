//! What the audit log tells of companies.

use crate::{
    entity::{
        api_key,
        company::{self, BankAccount},
        company_role, fee_rule,
    },
    rules,
};
use kernel::{AuditAction, audit_actions};
use platform::audit::Entry;
use serde_json::{Value, json};

audit_actions! { AUDIT;
    COMPANY_SIGNED_UP = "company.company.signed_up" ["name", "slug", "business_number", "status"];
    COMPANY_VERIFIED = "company.company.verified" ["status"];
    COMPANY_REJECTED = "company.company.rejected" ["status"];
    COMPANY_SUSPENDED = "company.company.suspended" ["status"];
    COMPANY_RESUMED = "company.company.resumed" ["status"];
    PROFILE_CHANGED = "company.profile.changed" [
        "name_en", "mail_order_number", "postcode", "address1", "address2", "phone", "email", "about", "about_en", "functions", "settlement_cycle"
    ];
    RULES_SET = "company.rules.set" ["auto_request", "auto_accept", "delivery_fee", "free_delivery_from"];
    PAYOUT_ACCOUNT_SET = "company.payout_account.set" ["bank", "account", "holder"];
    PICTURE_SET = "company.picture.set" ["logo", "banner"];
    MEMBER_ADDED = "company.member.added" ["role"];
    MEMBER_REMOVED = "company.member.removed" ["role"];
    MEMBER_ROLE_CHANGED = "company.member.role_changed" ["role"];
    INVITATION_SENT = "company.invitation.sent" ["role"];
    INVITATION_WITHDRAWN = "company.invitation.withdrawn" ["role"];
    ROLE_CREATED = "company.role.created" ["name", "permissions"];
    ROLE_CHANGED = "company.role.changed" ["name", "permissions"];
    ROLE_DELETED = "company.role.deleted" ["name", "permissions"];
    API_KEY_MADE = "company.api_key.made" ["permissions", "expires_at"];
    API_KEY_ROTATED = "company.api_key.rotated" ["expires_at", "old_ends_at"];
    API_KEY_OVERLAP_ENDED = "company.api_key.overlap_ended" ["old_ends_at"];
    API_KEY_REVOKED = "company.api_key.revoked" [];
    SLUG_CHANGED = "company.slug.changed" ["slug"];
    DOMAIN_CLAIMED = "company.domain.claimed" ["host"];
    DOMAIN_FOUND = "company.domain.found" ["host", "state"];
    DOMAIN_DROPPED = "company.domain.dropped" ["host"];
    EXPORT_ASKED = "company.export.asked" [];
    CLOSURE_ASKED = "company.closure.asked" ["due_at"];
    CLOSURE_TAKEN_BACK = "company.closure.taken_back" ["due_at"];
    COMPANY_CLOSED = "company.company.closed" ["slug", "status"];
    COMPANY_RESTORED = "company.company.restored" ["name", "slug", "business_number", "status"];
    FEE_RULE_ADDED = "company.fee_rule.added" ["rate", "plan", "category", "valid_from"];
}

/// An entry about a company, in its own part of the log.
pub(crate) fn about(action: AuditAction, row: &company::Model) -> Entry {
    Entry::new(action, row.id, &row.name).of(row.id)
}

/// An entry about an API key, in the part of its company.
pub(crate) fn about_key(action: AuditAction, row: &api_key::Model) -> Entry {
    Entry::new(action, row.id, &row.name).of(row.company_id)
}

/// What a company says of itself.
pub(crate) fn profile(row: &company::Model) -> Value {
    json!({
        "name_en": row.name_en, "mail_order_number": row.mail_order_number, "postcode": row.postcode, "address1": row.address1,
        "address2": row.address2, "phone": row.phone, "email": row.email, "about": row.about, "about_en": row.about_en,
        "functions": row.functions, "settlement_cycle": row.settlement_cycle,
    })
}

/// What happens by itself, and what delivery costs.
pub(crate) fn company_rules(row: &company::Model) -> Value {
    json!({
        "auto_request": row.auto_request, "auto_accept": row.auto_accept, "delivery_fee": row.delivery_fee(),
        "free_delivery_from": row.free_delivery_from(),
    })
}

/// Where payouts go, with no more of the number than its end.
#[must_use]
pub fn payout_account(account: Option<&BankAccount>) -> Value {
    account.map_or(Value::Null, |account| json!({"bank": account.bank, "account": rules::masked(&account.account), "holder": account.holder}))
}

/// A role of the company's own.
pub(crate) fn role(row: &company_role::Model) -> Value {
    json!({"name": row.name, "permissions": row.permissions.0})
}

/// A fee.
#[must_use]
pub fn fee(row: &fee_rule::Model) -> Value {
    json!({"rate": row.rate.normalize(), "plan": row.plan, "category": row.category, "valid_from": row.valid_from})
}
