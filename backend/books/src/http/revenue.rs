//! Revenue, in the workspace.

use super::body::{RevenueEntry, RevenueSummary, RevenueSummaryRow};
use crate::{
    entity::revenue_entry::Kind,
    export,
    queries::{self, Period},
    rules::Range,
};
use actix_web::{HttpResponse, get, web::Data};
use chrono::NaiveDate;
use kernel::{Currency, Page, PageQuery, Problem, Result, TradeId, need};
use platform::{
    App,
    http::{self, Member, Query},
};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

/// What a list of revenue entries is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct RevenueQuery {
    /// From this day on.
    from: Option<NaiveDate>,
    /// Up to and with this day.
    to: Option<NaiveDate>,
    /// Only entries of this kind.
    #[param(inline)]
    kind: Option<Kind>,
    /// Only entries of this trade.
    trade_id: Option<TradeId>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

/// What a file of revenue entries is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct RevenueFileQuery {
    /// From this day on.
    from: NaiveDate,
    /// Up to and with this day; at most 400 days in all.
    to: NaiveDate,
    /// Only entries of this kind.
    #[param(inline)]
    kind: Option<Kind>,
}

/// What a summary of revenue is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct RevenueSummaryQuery {
    /// From this day on.
    from: NaiveDate,
    /// Up to and with this day; at most 400 days in all.
    to: NaiveDate,
    /// By day unless told.
    #[param(inline)]
    by: Option<Period>,
    /// Needed only where there are entries of several currencies.
    currency: Option<Currency>,
}

/// List revenue entries, the latest first.
#[utoipa::path(operation_id = "company.revenue_entry.list", params(RevenueQuery), responses((status = 200, body = Page<RevenueEntry>)))]
#[get("/company/revenue")]
async fn list(app: Data<App>, who: Member<need::ViewRevenue>, query: Query<RevenueQuery>) -> Result<HttpResponse> {
    let Query(query) = query;
    let filter = queries::RevenueFilter { from: query.from, to: query.to, kind: query.kind, trade_id: query.trade_id };
    let page = PageQuery { limit: query.limit, cursor: query.cursor };
    let tx = app.tenant(who.company).await?;
    let entries = queries::revenue(&tx, &filter, &page).await?;
    Ok(http::ok(&entries.map(RevenueEntry::from)))
}

/// Sum revenue up by day or month.
#[utoipa::path(operation_id = "company.revenue_summary.show", params(RevenueSummaryQuery), responses((status = 200, body = RevenueSummary)))]
#[get("/company/revenue/summary")]
async fn summary(app: Data<App>, who: Member<need::ViewRevenue>, query: Query<RevenueSummaryQuery>) -> Result<HttpResponse> {
    let Query(query) = query;
    let range = Range::new(query.from, query.to)?;
    let tx = app.tenant(who.company).await?;
    let (currency, sums) = queries::revenue_summary(&tx, range, query.by.unwrap_or_default(), query.currency).await?;
    let mut rows = sums.into_iter().map(|sums| RevenueSummaryRow::of(currency, sums));
    let total = rows.next().ok_or_else(|| Problem::internal("a summary without its total"))?;
    Ok(http::ok(&RevenueSummary { rows: rows.collect(), total }))
}

/// Download revenue entries as a CSV file, the earliest first.
#[utoipa::path(operation_id = "company.revenue_entry.export", params(RevenueFileQuery),
    responses((status = 200, body = String, content_type = "text/csv")))]
#[get("/company/revenue/entries.csv")]
async fn file(app: Data<App>, who: Member<need::ViewRevenue>, query: Query<RevenueFileQuery>) -> Result<HttpResponse> {
    let Query(query) = query;
    let range = Range::new(query.from, query.to)?;
    let filter = queries::RevenueFilter { from: Some(range.from), to: Some(range.to), kind: query.kind, trade_id: None };
    let tx = app.tenant(who.company).await?;
    let csv = export::revenue(&tx, &filter).await?;
    Ok(super::csv(&format!("revenue-{}-{}.csv", range.from, range.to), csv))
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(list).service(summary).service(file);
}
