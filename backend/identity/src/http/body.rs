//! JSON shapes.

use crate::{
    actions::{Challenge, Consent},
    entity::{consent, passkey, session},
    me::Me,
    passkeys::PasskeyAnswer,
};
use chrono::{DateTime, Utc};
use kernel::{CompanyId, PageQuery, PasskeyId, SessionId};
use serde::{Deserialize, Serialize};
use serde_json::Value;
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
    /// The answer of a passkey in place of the code.
    pub(super) passkey: Option<PasskeyAnswer>,
}

/// What an authenticator is to be asked.
#[derive(Clone, Serialize, ToSchema)]
#[schema(as = PasskeyChallenge)]
pub(super) struct NewChallenge {
    /// Stands for what was asked; sent back with the answer within five minutes, once.
    challenge: String,
    /// Options for the browser's call, as `parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`
    /// read them.
    #[schema(value_type = Object)]
    options: Value,
    /// The origins of the pages that can ask; an answer from anywhere else is refused.
    #[schema(example = json!(["https://madang.example"]))]
    origins: Vec<String>,
}

impl From<Challenge> for NewChallenge {
    fn from(Challenge { challenge, options, origins }: Challenge) -> Self {
        Self { challenge, options, origins }
    }
}

/// A passkey.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = Passkey)]
pub(super) struct PasskeyRow {
    /// The passkey.
    id: PasskeyId,
    /// What the person calls it.
    #[schema(example = "회사 노트북")]
    name: String,
    /// When it was added.
    created_at: DateTime<Utc>,
    /// When it was last used, if it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_used_at: Option<DateTime<Utc>>,
}

impl From<passkey::Model> for PasskeyRow {
    fn from(row: passkey::Model) -> Self {
        Self { id: row.id, name: row.name, created_at: row.created_at, last_used_at: row.last_used_at }
    }
}

/// A person's passkeys.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Passkeys {
    /// The newest first.
    pub(super) passkeys: Vec<PasskeyRow>,
    /// How many there can be.
    #[schema(example = 20)]
    pub(super) most: u64,
    /// The host for which they are made; they work at no other.
    #[schema(example = "madang.example")]
    pub(super) host: String,
}

/// A passkey that was added.
#[derive(Clone, Serialize, ToSchema)]
pub(super) struct PasskeyAdded {
    /// It.
    pub(super) passkey: PasskeyRow,
    /// Codes for the day on which it is lost, where there were none before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) recovery_codes: Option<Vec<String>>,
}

/// Another name for a passkey.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PasskeyName {
    /// What the person calls it.
    #[schema(min_length = 1, max_length = 60, example = "회사 노트북")]
    pub(super) name: String,
}

/// How a passkey is removed.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct RemoveQuery {
    /// Whether a person who needs a second factor is to be without one.
    #[serde(default)]
    pub(super) give_up_second_factor: bool,
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
