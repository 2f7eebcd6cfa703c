//! A person becomes one of the operator's, or gets another role there.

use crate::entity::operator_member;
use kernel::{AccountId, OperatorRole, Result};
use platform::PlatformTx;
use sea_orm::{EntityTrait, IntoActiveModel, Set};

/// Gives a person a role with the operator.
pub async fn make_operator(tx: &PlatformTx, account: AccountId, role: OperatorRole) -> Result<()> {
    if let Some(row) = tx.one(operator_member::Entity::find_by_id(account)).await? {
        let mut change = row.into_active_model();
        change.role = Set(role);
        tx.update(change).await?;
        return Ok(());
    }
    let row = operator_member::ActiveModel { account_id: Set(account), role: Set(role), created_at: Set(tx.now()) };
    tx.insert(row).await?;
    Ok(())
}
