//! A trade as the answer to a step.

use crate::{Flows, names};
use actix_web::HttpResponse;
use kernel::{Result, TradeId};
use platform::http;
pub use trade::http::body::Viewer;

/// The trade as a viewer sees it now.
pub async fn answer(flows: &Flows, id: TradeId, viewer: Viewer) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    let full = trade::queries::full(&tx, id).await?;
    let names = names::of_trade(&tx, &full).await?;
    Ok(http::versioned(full.trade.version, &trade::http::body::view(&full, &names, viewer)))
}
