//! A person agrees to documents: which edition of which, and when, is kept for good.

use crate::{entity::consent, queries};
use kernel::{AccountId, Problem, Result};
use platform::{PlatformTx, config::LegalConfig};
use sea_orm::Set;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An edition of a document that a person agrees to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// The document.
    #[schema(max_length = 40, example = "terms")]
    pub document: String,
    /// Its edition.
    #[schema(max_length = 40, example = "2026-01")]
    pub edition: String,
}

/// What everybody with an account has agreed to: each document in the edition in force.
#[must_use]
pub fn consents_in_force(config: &LegalConfig) -> Vec<Consent> {
    let of = |document: &str, edition: &str| Consent { document: document.to_owned(), edition: edition.to_owned() };
    vec![of("terms", &config.terms_edition), of("privacy", &config.privacy_edition)]
}

/// Notes what a person agrees to. Error: something that is not in force.
pub async fn give_consent(tx: &PlatformTx, config: &LegalConfig, account: AccountId, given: &[Consent]) -> Result<()> {
    if !given.iter().all(|one| consents_in_force(config).contains(one)) {
        return Err(Problem::invalid("consents", "unknown"));
    }
    note(tx, account, given).await
}

/// What a person has still to agree to.
pub async fn consents_due(tx: &PlatformTx, config: &LegalConfig, account: AccountId) -> Result<Vec<Consent>> {
    let given = queries::consents(tx, account).await?;
    let missing = |one: &Consent| !given.iter().any(|row| row.document == one.document && row.edition == one.edition);
    Ok(consents_in_force(config).into_iter().filter(missing).collect())
}

/// Keeps them; one that was given before keeps its moment.
pub(super) async fn note(tx: &PlatformTx, account: AccountId, given: &[Consent]) -> Result<()> {
    for one in given {
        let row = consent::ActiveModel {
            account_id: Set(account),
            document: Set(one.document.clone()),
            edition: Set(one.edition.clone()),
            given_at: Set(tx.now()),
        };
        tx.insert_new(row).await?;
    }
    Ok(())
}
