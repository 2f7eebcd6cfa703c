//! What a signed-in person is told of themselves.

use crate::{companies::{Companies, Membership}, queries};
use kernel::{AccountId, CompanyId, Locale, OperatorRole, Problem, Result};
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
    /// The companies that the person belongs to.
    pub companies: Vec<Membership>,
}

/// Who is signed in, and with what.
pub async fn me(app: &App, companies: &dyn Companies, session: &Session) -> Result<Me> {
    let companies = companies.of(session.account).await?;
    let tx = app.platform().await?;
    let person = queries::account(&tx, session.account).await?.ok_or_else(Problem::not_found)?;
    let operator_role = queries::operator_role(&tx, session.account).await?;
    Ok(Me {
        id: person.id,
        email: person.email,
        name: person.name,
        phone: person.phone,
        locale: person.locale,
        email_verified: person.email_verified,
        company_id: session.company,
        operator_role,
        companies,
    })
}
