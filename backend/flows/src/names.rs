//! Companies by id, as other parts of a flow speak of them.

use kernel::{CompanyId, Problem, Result};
use platform::PlatformTx;
use std::collections::HashMap;

/// A company as its context keeps it.
pub type Company = company::company::Model;

/// The companies of these ids. Error: one that does not exist.
pub async fn companies(tx: &PlatformTx, ids: &[CompanyId]) -> Result<HashMap<CompanyId, Company>> {
    let found = company::queries::by_ids(tx, ids).await?;
    match ids.iter().find(|id| !found.contains_key(id)) {
        Some(missing) => Err(Problem::internal(format!("{missing} does not exist"))),
        None => Ok(found),
    }
}
