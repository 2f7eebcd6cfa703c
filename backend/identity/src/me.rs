//! What a signed-in person is told of themselves.

use crate::{
    actions::{self, Consent},
    companies::{Companies, Membership},
    queries,
};
use kernel::{AccountId, CompanyId, Locale, OperatorRole, Permission, Problem, Result};
use platform::{App, http::Session};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A signed-in person.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Me {
    /// The account.
    pub id: AccountId,
    /// Its e-mail address.
    pub email: String,
    /// The person's name.
    pub name: String,
    /// Telephone, if it was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Language of screens and mails.
    pub locale: Locale,
    /// Whether the address was verified.
    pub email_verified: bool,
    /// The company for which the access token is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company_id: Option<CompanyId>,
    /// The role with the platform operator, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operator_role: Option<OperatorRole>,
    /// Whether the person has a second factor: an app that makes codes, or a passkey.
    pub second_factor: bool,
    /// Whether the person has a passkey.
    pub passkey: bool,
    /// Whether what the person may do needs one.
    pub second_factor_required: bool,
    /// What the person has still to agree to.
    pub consents_due: Vec<Consent>,
    /// The companies that the person belongs to.
    pub companies: Vec<Membership>,
}

/// Who is signed in, and with what.
pub async fn me(app: &App, companies: &dyn Companies, session: &Session) -> Result<Me> {
    let companies = companies.of(session.account).await?;
    let tx = app.platform().await?;
    let person = queries::account(&tx, session.account).await?.ok_or_else(Problem::not_found)?;
    let operator_role = queries::operator_role(&tx, session.account).await?;
    let passkey = queries::has_passkey(&tx, session.account).await?;
    let second_factor = passkey || queries::second_factor(&tx, session.account).await?.is_some();
    let moves_money =
        operator_role.is_some() || companies.iter().any(|place| place.permissions.contains(&Permission::PayoutAccountManage) && place.paid_out);
    let consents_due = actions::consents_due(&tx, &app.config().legal, session.account).await?;
    Ok(Me {
        consents_due,
        id: person.id,
        email: person.email,
        name: person.name,
        phone: person.phone,
        locale: person.locale,
        email_verified: person.email_verified,
        company_id: session.company,
        operator_role,
        second_factor,
        passkey,
        second_factor_required: moves_money && app.config().auth.second_factor_required,
        companies,
    })
}
