//! A trade as the answer to a step.

use crate::{Flows, names};
use actix_web::HttpResponse;
use kernel::{Result, TradeId};
use platform::http;
use std::collections::HashMap;
pub use trade::http::body::Viewer;

/// The trade as a viewer sees it now.
pub async fn answer(flows: &Flows, id: TradeId, viewer: Viewer) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    let full = trade::queries::full(&tx, id).await?;
    let companies = names::companies(&tx, &[full.trade.seller_id, full.trade.supplier_id]).await?;
    let names: HashMap<_, _> = companies.into_iter().map(|(id, company)| (id, company.name)).collect();
    Ok(http::versioned(full.trade.version, &trade::http::body::view(&full, &names, viewer)))
}
