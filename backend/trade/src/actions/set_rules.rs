//! Sets the operator's rules.

use crate::{
    audit::RULES_SET,
    entity::operator_rule,
    rules::deadlines::{CONFIRM_DAYS_MAX, CONFIRM_DAYS_MIN},
};
use kernel::{Problem, Result};
use platform::{PlatformTx, audit::Entry, scope::same_version};
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    QuerySelect,
};
use serde_json::{Value, json};

/// What happens by itself when every check passes, and when silence counts as confirmation.
#[derive(Clone, Copy, Debug)]
pub struct NewRules {
    /// Issue the purchase order once the gate is green.
    pub auto_issue: bool,
    /// Approve the shipment once everything ordered was delivered.
    pub auto_approve: bool,
    /// Days after arrival.
    pub confirm_after_days: i32,
}

/// Errors: a version that has passed; days outside what the law and reason allow.
pub async fn set_rules(tx: &PlatformTx, seen: i64, new: NewRules) -> Result<operator_rule::Model> {
    if !(CONFIRM_DAYS_MIN..=CONFIRM_DAYS_MAX).contains(&new.confirm_after_days) {
        return Err(Problem::invalid("confirm_after_days", "out_of_range"));
    }
    let standing = tx.find(operator_rule::the_one().lock_exclusive()).await?;
    same_version(Some(seen), standing.version)?;
    let before = told(&standing);
    let change = operator_rule::ActiveModel {
        id: Unchanged(standing.id),
        auto_issue: Set(new.auto_issue),
        auto_approve: Set(new.auto_approve),
        confirm_after_days: Set(new.confirm_after_days),
        updated_at: Set(tx.now()),
        version: Set(standing.version + 1),
    };
    let row = tx.update(change).await?;
    tx.record(Entry::new(RULES_SET, "operator_rules", "").changed(before, told(&row))).await?;
    Ok(row)
}

fn told(row: &operator_rule::Model) -> Value {
    json!({"auto_issue": row.auto_issue, "auto_approve": row.auto_approve, "confirm_after_days": row.confirm_after_days})
}
