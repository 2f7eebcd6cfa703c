//! A person leaves. What is theirs is blanked; what the law has kept is set apart with the day on
//! which it goes too. The address is free again.

use super::{others, revoke, second_factor::forget};
use crate::{
    audit, codes,
    entity::{account, account_token, departed_account, operator_member, session},
    events::AccountDeleted,
};
use chrono::Duration;
use kernel::{AccountId, Result};
use platform::PlatformTx;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Set, sea_query::Expr};

/// Days for which records of contracts, payment and tax are kept: five years.
const KEPT_DAYS: i64 = 5 * 365 + 2;

/// Deletes an account. `kept` says whether there are records that the law has kept, whose person
/// has to be known as long. Error: somebody of the operator, whose role has to be handed over first.
pub async fn delete_account(tx: &PlatformTx, id: AccountId, kept: bool) -> Result<()> {
    let row = tx.find(account::Entity::find_by_id(id).lock_exclusive()).await?;
    if tx.one(operator_member::Entity::find_by_id(id)).await?.is_some() {
        return Err(codes::OPERATOR_STAYS.into());
    }
    if kept {
        let copy = departed_account::ActiveModel {
            account_id: Set(id),
            email: Set(row.email.clone()),
            name: Set(row.name.clone()),
            phone: Set(row.phone.clone()),
            registered_at: Set(row.created_at),
            deleted_at: Set(tx.now()),
            keep_until: Set(tx.now() + Duration::days(KEPT_DAYS)),
        };
        tx.insert(copy).await?;
    }
    tx.emit(&AccountDeleted { account_id: id, email: row.email.clone(), name: row.name.clone(), locale: row.locale, kept }).await?;
    tx.delete_many(account_token::Entity::delete_many().filter(account_token::Column::AccountId.eq(id))).await?;
    forget(tx, id).await?;
    revoke(tx, others(id, None)).await?;
    let sessions = session::Entity::update_many()
        .col_expr(session::Column::UserAgent, Expr::value(""))
        .col_expr(session::Column::Address, Expr::value(""))
        .col_expr(session::Column::DeviceHash, Expr::value(Option::<String>::None))
        .filter(session::Column::AccountId.eq(id));
    tx.update_many(sessions).await?;
    let version = row.version + 1;
    let mut blank = row.into_active_model();
    blank.email = Set(format!("{}@deleted.invalid", id.uuid()));
    blank.email_verified_at = Set(None);
    // No password has this for its hash.
    blank.password_hash = Set(String::new());
    blank.name = Set(String::new());
    blank.phone = Set(None);
    blank.deleted_at = Set(Some(tx.now()));
    blank.updated_at = Set(tx.now());
    blank.version = Set(version);
    tx.update(blank).await?;
    tx.record(audit::about(audit::ACCOUNT_DELETED, id)).await
}
