//! Companies and programs by id, as other parts of a flow speak of them.

use kernel::{ApiKeyId, CompanyId, Problem, Result};
use platform::PlatformTx;
use std::collections::HashMap;
use trade::{http::body::Names, queries::TradeFull};

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

/// What the companies of a trade, and the programs that acted in it, are called.
pub async fn of_trade(tx: &PlatformTx, full: &TradeFull) -> Result<Names> {
    let companies = companies(tx, &[full.trade.seller_id, full.trade.supplier_id]).await?;
    let programs: Vec<ApiKeyId> = full.events.iter().filter_map(|event| event.api_key_id).collect();
    Ok(Names {
        companies: companies.into_iter().map(|(id, company)| (id, company.name)).collect(),
        programs: company::queries::api_keys::names(tx, &programs).await?,
    })
}
