//! A signed-in person shows once more that they know the password, before something that matters.

use crate::{codes, entity::account, password, rules, throttle};
use kernel::{AccountId, Problem, Result};
use platform::App;
use sea_orm::EntityTrait;

/// The account, if the password is its own. Wrong ones are counted as at the sign-in, so that
/// a stolen session is no way to guess a password. `field` is where the refusal points.
pub(crate) async fn prove_password(app: &App, id: AccountId, tried: &str, field: &str, address: &str) -> Result<account::Model> {
    let row = {
        let tx = app.platform().await?;
        tx.find(account::Entity::find_by_id(id)).await?
    };
    throttle::before(app, &row.email, address)?;
    let tried: String = tried.chars().take(rules::PASSWORD_LONGEST + 1).collect();
    if password::matches(&app.config().auth, &tried, Some(&row.password_hash)).await? {
        return Ok(row);
    }
    throttle::failed(app, &row.email, address).await;
    Err(Problem::new(codes::PASSWORD_WRONG).field(field, "wrong"))
}
