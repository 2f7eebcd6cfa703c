//! JSON shapes.

use crate::{
    actions::Consent,
    entity::{consent, session},
    me::Me,
};
use chrono::{DateTime, Utc};
use kernel::{CompanyId, PageQuery, SessionId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// A person who signs in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Credentials {
    /// E-mail address.
    #[schema(max_length = 254, example = "kim@example.com")]
    pub(super) email: String,
    /// Password.
    #[schema(max_length = 128, example = "correct horse battery")]
    pub(super) password: String,
    /// A code of the authenticator app, or a recovery code, where there is a second factor.
    #[schema(max_length = 40, example = "492039")]
    pub(super) code: Option<String>,
}

/// Documents that everybody with an account agrees to.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Documents {
    /// Each in the edition in force.
    pub(super) documents: Vec<Consent>,
}

/// What a person agrees to.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Consents {
    /// Documents in the editions in force.
    #[schema(max_items = 10)]
    pub(super) consents: Vec<Consent>,
}

/// What a person agreed to, and when.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct GivenConsent {
    /// The document.
    document: String,
    /// Its edition.
    edition: String,
    /// When.
    given_at: DateTime<Utc>,
}

impl From<consent::Model> for GivenConsent {
    fn from(row: consent::Model) -> Self {
        Self { document: row.document, edition: row.edition, given_at: row.given_at }
    }
}

/// What a person has agreed to, and has still to agree to.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct ConsentsGiven {
    /// The latest first.
    pub(super) given: Vec<GivenConsent>,
    /// What is still due.
    pub(super) due: Vec<Consent>,
}

/// Where a second factor stands.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct SecondFactor {
    /// Since when it is on; missing while it is off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) since: Option<DateTime<Utc>>,
    /// Whether what the person may do needs one.
    pub(super) required: bool,
    /// Recovery codes that were not used.
    #[schema(example = 10)]
    pub(super) recovery_codes_left: u64,
}

/// What an authenticator app needs to begin with.
#[derive(Clone, Serialize, ToSchema)]
pub(super) struct NewSecondFactor {
    /// The secret, to be typed in (base 32).
    pub(super) secret: String,
    /// The same as apps read it.
    #[schema(example = "otpauth://totp/Madang:kim@example.com?secret=…")]
    pub(super) uri: String,
    /// The same as a QR code, in SVG.
    pub(super) picture_svg: String,
}

/// A code of an authenticator app.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AuthenticatorCode)]
pub(super) struct Code {
    /// The six digits.
    #[schema(max_length = 10, example = "492039")]
    pub(super) code: String,
}

/// Codes for the day on which the app is lost.
#[derive(Clone, Serialize, ToSchema)]
pub(super) struct RecoveryCodes {
    /// The codes, each good for one use.
    pub(super) recovery_codes: Vec<String>,
}

/// A session with its access token; the refresh token travels in a cookie.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SessionAnswer {
    /// Sent back as `Authorization: Bearer …`.
    pub access_token: String,
    /// Seconds for which it is good.
    #[schema(example = 600)]
    pub expires_in: i64,
    /// Who is signed in.
    pub account: Me,
}

/// A session that goes on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Refresh {
    /// The company that the new access token is for; the one before unless told.
    pub(super) company_id: Option<CompanyId>,
}

/// The company to act for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ChosenCompany {
    /// The company.
    pub(super) company_id: CompanyId,
}

/// A signed-in device.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct SessionRow {
    /// The session.
    id: SessionId,
    /// What the browser calls itself.
    user_agent: String,
    /// The address that it signed in from.
    #[schema(example = "203.0.113.7")]
    address: String,
    /// When it signed in.
    created_at: DateTime<Utc>,
    /// When it last asked for an access token.
    last_seen_at: DateTime<Utc>,
    /// Whether it is the one that asks.
    current: bool,
}

impl SessionRow {
    pub(super) fn new(row: session::Model, current: SessionId) -> Self {
        Self {
            current: row.id == current,
            id: row.id,
            user_agent: row.user_agent,
            address: row.address,
            created_at: row.created_at,
            last_seen_at: row.last_seen_at,
        }
    }
}

/// The secret out of a mail's link.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MailToken {
    /// The secret.
    #[schema(max_length = 100)]
    pub(super) token: String,
}

/// An e-mail address.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MailAddress)]
pub(super) struct Address {
    /// The address.
    #[schema(max_length = 254, example = "kim@example.com")]
    pub(super) email: String,
}

/// Another password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewPassword {
    /// The secret out of the mail's link.
    #[schema(max_length = 100)]
    pub(super) token: String,
    /// The password; not a common one, and without the name of the e-mail address in it.
    #[schema(min_length = 10, max_length = 128)]
    pub(super) password: String,
}

/// Nothing: `{}`.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Nothing {}

/// A page of a list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct ListQuery {
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

impl ListQuery {
    pub(super) fn page(&self) -> PageQuery {
        PageQuery { limit: self.limit, cursor: self.cursor.clone() }
    }
}

/// Which devices are signed out.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct EndQuery {
    /// Whether the one that asks stays signed in; it does not unless told.
    #[serde(default)]
    pub(super) keep_current: bool,
}

/// Which accounts.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct AccountQuery {
    /// Part of a name or an address.
    pub(super) q: Option<String>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

impl AccountQuery {
    pub(super) fn page(&self) -> PageQuery {
        PageQuery { limit: self.limit, cursor: self.cursor.clone() }
    }
}
