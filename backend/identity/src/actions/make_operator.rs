//! A person becomes one of the operator's, or gets another role there.

use crate::{audit, entity::operator_member};
use kernel::{AccountId, OperatorRole, Result};
use platform::PlatformTx;
use sea_orm::{EntityTrait, IntoActiveModel, Set};
use serde_json::{Value, json};

/// Gives a person a role with the operator.
pub async fn make_operator(tx: &PlatformTx, account: AccountId, role: OperatorRole) -> Result<()> {
    let standing = tx.one(operator_member::Entity::find_by_id(account)).await?;
    let before = standing.as_ref().map_or(Value::Null, |row| json!({"role": row.role}));
    if let Some(row) = standing {
        let mut change = row.into_active_model();
        change.role = Set(role);
        tx.update(change).await?;
    } else {
        let row = operator_member::ActiveModel { account_id: Set(account), role: Set(role), created_at: Set(tx.now()) };
        tx.insert(row).await?;
    }
    tx.record(audit::about(audit::OPERATOR_ROLE_SET, account).changed(before, json!({"role": role}))).await
}
