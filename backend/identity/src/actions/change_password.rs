//! A signed-in person sets another password. Their other devices are signed out, because whoever
//! knew the old one may be on one of them.

use super::{others, prove_password::prove_password, revoke};
use crate::{
    audit,
    entity::{
        account,
        account_token::{self, Purpose},
    },
    events::PasswordChanged,
    password, rules,
};
use kernel::{Problem, Result, code};
use platform::{App, http::Session};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};
use serde::Deserialize;
use utoipa::ToSchema;

/// Another password.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    /// The password until now.
    #[schema(max_length = 128)]
    pub current_password: String,
    /// The password from now on; not one that is easily guessed, and without the name of the
    /// e-mail address in it.
    #[schema(min_length = 10, max_length = 128)]
    pub password: String,
}

/// Sets another password. Errors: the current one is wrong; the new one is not good enough, or
/// the same; it was changed meanwhile on another device.
pub async fn change_password(app: &App, who: &Session, change: &ChangePassword, address: &str) -> Result<()> {
    let row = prove_password(app, who.account, &change.current_password, "current_password", address).await?;
    let fault = rules::password_fault(&change.password, &row.email).or((change.password == change.current_password).then_some("unchanged"));
    rules::verdict(fault.map(|reason| ("password", reason)).into_iter().collect())?;
    // No transaction is held open while the password is hashed; that the old one is still the one
    // that was shown is part of the change itself.
    let hash = password::hash(&app.config().auth, &change.password).await?;
    let tx = app.platform().await?;
    let update = account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, Expr::value(hash))
        .col_expr(account::Column::UpdatedAt, Expr::value(tx.now()))
        .col_expr(account::Column::Version, Expr::col(account::Column::Version).add(1))
        .filter(account::Column::Id.eq(row.id))
        .filter(account::Column::PasswordHash.eq(row.password_hash));
    if tx.update_many(update).await? == 0 {
        return Err(Problem::new(code::CONFLICT));
    }
    tx.delete_many(account_token::Entity::delete_many().filter(account_token::of(row.id, Purpose::ResetPassword))).await?;
    revoke(&tx, others(row.id, Some(who.session))).await?;
    tx.record(audit::about(audit::PASSWORD_CHANGED, row.id)).await?;
    tx.emit(&PasswordChanged { account_id: row.id, email: row.email, name: row.name, locale: row.locale, kept_here: true }).await?;
    tx.commit().await
}
