//! Settlement entries, in the workspace.

use super::body::SettlementEntry;
use crate::{entity::settlement_entry::Kind, queries};
use actix_web::{HttpResponse, get, web::Data};
use chrono::NaiveDate;
use kernel::{Page, PageQuery, Result, SettlementId, TradeId, need};
use platform::{
    App,
    http::{self, Member, Query},
};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

/// What a list of settlement entries is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct SettlementEntriesQuery {
    /// From this day on.
    from: Option<NaiveDate>,
    /// Up to and with this day.
    to: Option<NaiveDate>,
    /// Only entries of this kind.
    #[param(inline)]
    kind: Option<Kind>,
    /// Only entries of this trade.
    trade_id: Option<TradeId>,
    /// Only entries of this settlement.
    settlement_id: Option<SettlementId>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

/// List what happened to the company's money, the latest first.
#[utoipa::path(operation_id = "company.settlement_entry.list", params(SettlementEntriesQuery), responses((status = 200, body = Page<SettlementEntry>)))]
#[get("/company/settlement-entries")]
async fn list(app: Data<App>, who: Member<need::ViewBooks>, query: Query<SettlementEntriesQuery>) -> Result<HttpResponse> {
    let Query(query) = query;
    let filter =
        queries::SettlementFilter { from: query.from, to: query.to, kind: query.kind, trade_id: query.trade_id, settlement_id: query.settlement_id };
    let page = PageQuery { limit: query.limit, cursor: query.cursor };
    let tx = app.tenant(who.company).await?;
    let entries = queries::settlement_entries(&tx, &filter, &page).await?;
    Ok(http::ok(&entries.map(SettlementEntry::from)))
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(list);
}
