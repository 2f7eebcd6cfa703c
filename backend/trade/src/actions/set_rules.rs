//! Sets the operator's rules.

use crate::{
    entity::operator_rule,
    rules::deadlines::{CONFIRM_DAYS_MAX, CONFIRM_DAYS_MIN},
};
use kernel::{Problem, Result};
use platform::{PlatformTx, scope::same_version};
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    QuerySelect,
};

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
    tx.update(operator_rule::ActiveModel {
        id: Unchanged(standing.id),
        auto_issue: Set(new.auto_issue),
        auto_approve: Set(new.auto_approve),
        confirm_after_days: Set(new.confirm_after_days),
        updated_at: Set(tx.now()),
        version: Set(standing.version + 1),
    })
    .await
}
