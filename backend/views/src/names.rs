//! Names of companies and of programs.

use kernel::{ApiKeyId, CompanyId, Result};
use platform::PlatformTx;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use trade::{http::body::Names, queries::TradeFull};
use utoipa::ToSchema;

/// A company by name.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct CompanyName {
    /// The company.
    pub id: CompanyId,
    /// Its name.
    pub name: String,
}

impl CompanyName {
    /// The name of a company; an unknown one is shown by its id.
    pub fn of(id: CompanyId, names: &HashMap<CompanyId, String>) -> Self {
        Self { id, name: names.get(&id).cloned().unwrap_or_else(|| id.to_string()) }
    }
}

/// The names of some companies.
pub async fn names(tx: &PlatformTx, ids: impl IntoIterator<Item = CompanyId>) -> Result<HashMap<CompanyId, String>> {
    let ids: Vec<CompanyId> = ids.into_iter().collect::<HashSet<_>>().into_iter().collect();
    let found = company::queries::by_ids(tx, &ids).await?;
    Ok(found.into_iter().map(|(id, company)| (id, company.name)).collect())
}

/// What the companies of a trade, and the programs that acted in it, are called.
pub async fn of_trade(tx: &PlatformTx, full: &TradeFull) -> Result<Names> {
    let programs: Vec<ApiKeyId> = full.events.iter().filter_map(|event| event.api_key_id).collect();
    Ok(Names {
        companies: names(tx, [full.trade.seller_id, full.trade.supplier_id]).await?,
        programs: company::queries::api_keys::names(tx, &programs).await?,
    })
}
