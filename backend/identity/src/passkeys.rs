//! Passkeys by the standard (WebAuthn, level 2): who asks, what an authenticator is asked, and what it
//! answers. The person has to be verified by the authenticator, so that a passkey is two factors in
//! one; where it comes from is nobody's business, so that no attestation is asked for.

use crate::codes;
use kernel::{Problem, Result};
use platform::config::Config;
use serde::Deserialize;
use std::time::Duration;
use utoipa::ToSchema;
use webauthn_rs::prelude::{PublicKeyCredential, RegisterPublicKeyCredential, Url, Webauthn, WebauthnBuilder};

/// Minutes for which an answer is waited for.
pub(crate) const MINUTES: i64 = 5;
/// The same, as the browser is told.
const TIMEOUT: Duration = Duration::from_secs(5 * 60);
/// Who asks, in the browser's dialog.
const NAME: &str = "Madang";

/// A passkey that an authenticator has just made. Everything is written in base 64 for URLs, without
/// padding.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPasskey {
    /// The challenge that it answers.
    #[schema(max_length = 100)]
    pub challenge: String,
    /// What the person calls it.
    #[schema(min_length = 1, max_length = 60, example = "회사 노트북")]
    pub name: String,
    /// `rawId` of the credential.
    #[schema(max_length = 2000)]
    pub credential_id: String,
    /// `clientDataJSON` of the response.
    #[schema(max_length = 4000)]
    pub client_data: String,
    /// `attestationObject` of the response.
    #[schema(max_length = 20000)]
    pub attestation_object: String,
}

/// A passkey's answer to a challenge. Everything is written in base 64 for URLs, without padding.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasskeyAnswer {
    /// The challenge that it answers.
    #[schema(max_length = 100)]
    pub challenge: String,
    /// `rawId` of the credential.
    #[schema(max_length = 2000)]
    pub credential_id: String,
    /// `clientDataJSON` of the response.
    #[schema(max_length = 4000)]
    pub client_data: String,
    /// `authenticatorData` of the response.
    #[schema(max_length = 4000)]
    pub authenticator_data: String,
    /// `signature` of the response.
    #[schema(max_length = 2000)]
    pub signature: String,
    /// `userHandle` of the response, where the authenticator gave one.
    #[schema(max_length = 200)]
    pub user_handle: Option<String>,
}

impl NewPasskey {
    /// As the standard's checks read it.
    pub(crate) fn read(&self) -> Result<RegisterPublicKeyCredential> {
        let read = serde_json::json!({
            "id": self.credential_id, "rawId": self.credential_id, "type": "public-key",
            "response": {"attestationObject": self.attestation_object, "clientDataJSON": self.client_data},
        });
        serde_json::from_value(read).map_err(|_| codes::PASSKEY_REFUSED.into())
    }
}

impl PasskeyAnswer {
    /// As the standard's checks read it.
    pub(crate) fn read(&self) -> Result<PublicKeyCredential> {
        let read = serde_json::json!({
            "id": self.credential_id, "rawId": self.credential_id, "type": "public-key",
            "response": {
                "authenticatorData": self.authenticator_data, "clientDataJSON": self.client_data, "signature": self.signature,
                "userHandle": self.user_handle,
            },
        });
        serde_json::from_value(read).map_err(|_| codes::PASSKEY_REFUSED.into())
    }
}

/// The one who asks. Error: the public address has no host name, as passkeys need one.
pub(crate) fn party(config: &Config) -> Result<Webauthn> {
    let host = config.passkey_host();
    let origin = Url::parse(&config.public_url()).map_err(Problem::internal)?;
    let mut builder = WebauthnBuilder::new(&host, &origin).map_err(|_| Problem::new(codes::PASSKEY_ELSEWHERE))?.rp_name(NAME).timeout(TIMEOUT);
    for further in config.auth.passkey_origins.split(',').map(str::trim).filter(|origin| !origin.is_empty()) {
        builder = builder.append_allowed_origin(&Url::parse(further).map_err(Problem::internal)?);
    }
    builder.build().map_err(Problem::internal)
}

/// The origins of the pages from which an answer is believed.
pub(crate) fn origins(party: &Webauthn) -> Vec<String> {
    party.get_allowed_origins().iter().map(|origin| origin.origin().ascii_serialization()).collect()
}
