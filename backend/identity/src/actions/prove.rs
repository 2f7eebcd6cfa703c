//! A person proves once more on a device that it is them, before they move money or give rights
//! away: by the second factor where there is one, a code or a passkey, or else by the password.

use super::{prove_password::prove_password, second_factor::use_code, use_passkey::prove_by_passkey};
use crate::{entity::session, passkeys::PasskeyAnswer, queries, throttle};
use kernel::{Problem, Result};
use platform::{App, http::Session};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde::Deserialize;
use utoipa::ToSchema;

/// What proves it.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ProofOfPerson)]
pub struct Proof {
    /// The password, for a person without a second factor.
    #[schema(max_length = 128)]
    pub password: Option<String>,
    /// A code of the app, or a recovery code, for a person with one.
    #[schema(max_length = 40, example = "492039")]
    pub code: Option<String>,
    /// The answer of a passkey, for a person with one.
    pub passkey: Option<PasskeyAnswer>,
}

/// Notes the proof with the session. Errors: the wrong password, code or passkey; the one that is asked for
/// is missing.
pub async fn prove(app: &App, who: &Session, proof: &Proof, address: &str) -> Result<()> {
    let asked = {
        let tx = app.platform().await?;
        queries::has_second_factor(&tx, who.account).await?
    };
    if let Some(passkey) = &proof.passkey {
        prove_by_passkey(app, who.account, passkey, address).await?;
    } else if asked && proof.code.is_some() {
        throttle::code(app, who.account, address).await?;
    } else if !asked {
        let password = proof.password.as_deref().ok_or_else(|| Problem::invalid("password", "required"))?;
        prove_password(app, who.account, password, "password", address).await?;
    }
    let tx = app.platform().await?;
    if asked && proof.passkey.is_none() {
        use_code(&tx, &app.config().secret, who.account, proof.code.as_deref()).await?;
    }
    let update = session::Entity::update_many()
        .col_expr(session::Column::ProvedAt, Expr::value(tx.now()))
        .filter(session::Column::Id.eq(who.session))
        .filter(session::Column::RevokedAt.is_null());
    tx.update_many(update).await?;
    tx.commit().await
}
