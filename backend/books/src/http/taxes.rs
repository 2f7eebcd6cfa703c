//! Tax entries, in the workspace.

use super::body::{TaxEntry, TaxSummary};
use crate::{
    entity::tax_entry::{Direction, Subject},
    export, queries,
    rules::Range,
};
use actix_web::{HttpResponse, get, web::Data};
use chrono::NaiveDate;
use kernel::{Currency, Page, PageQuery, Result, TradeId, need};
use platform::{
    App,
    http::{self, Member, Query},
};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

/// What a list of tax entries is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct TaxQuery {
    /// From this day on.
    from: Option<NaiveDate>,
    /// Up to and with this day.
    to: Option<NaiveDate>,
    /// Output or input; both unless told.
    #[param(inline)]
    direction: Option<Direction>,
    /// Only entries for this.
    #[param(inline)]
    subject: Option<Subject>,
    /// Only entries of this trade.
    trade_id: Option<TradeId>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

/// What a file of tax entries is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct TaxFileQuery {
    /// From this day on.
    from: NaiveDate,
    /// Up to and with this day; at most 400 days in all.
    to: NaiveDate,
    /// Output or input; both unless told.
    #[param(inline)]
    direction: Option<Direction>,
}

/// What a summary of VAT is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct TaxSummaryQuery {
    /// From this day on.
    from: NaiveDate,
    /// Up to and with this day; at most 400 days in all.
    to: NaiveDate,
    /// Needed only where there are entries of several currencies.
    currency: Option<Currency>,
}

/// List tax entries, the latest first.
#[utoipa::path(operation_id = "company.tax_entry.list", params(TaxQuery), responses((status = 200, body = Page<TaxEntry>)))]
#[get("/company/tax-entries")]
async fn list(app: Data<App>, who: Member<need::ViewRevenue>, query: Query<TaxQuery>) -> Result<HttpResponse> {
    let Query(query) = query;
    let filter = queries::TaxFilter { from: query.from, to: query.to, direction: query.direction, subject: query.subject, trade_id: query.trade_id };
    let page = PageQuery { limit: query.limit, cursor: query.cursor };
    let tx = app.tenant(who.company).await?;
    let entries = queries::tax_entries(&tx, &filter, &page).await?;
    Ok(http::ok(&entries.map(TaxEntry::from)))
}

/// Sum VAT up by direction and tax class.
#[utoipa::path(operation_id = "company.tax_summary.show", params(TaxSummaryQuery), responses((status = 200, body = TaxSummary)))]
#[get("/company/tax-entries/summary")]
async fn summary(app: Data<App>, who: Member<need::ViewRevenue>, query: Query<TaxSummaryQuery>) -> Result<HttpResponse> {
    let Query(query) = query;
    let range = Range::new(query.from, query.to)?;
    let tx = app.tenant(who.company).await?;
    let (currency, sums) = queries::tax_summary(&tx, range, query.currency).await?;
    Ok(http::ok(&TaxSummary::of(currency, &sums)?))
}

/// Download tax entries as a CSV file, the earliest first.
#[utoipa::path(operation_id = "company.tax_entry.export", params(TaxFileQuery),
    responses((status = 200, body = String, content_type = "text/csv")))]
#[get("/company/tax-entries/entries.csv")]
async fn file(app: Data<App>, who: Member<need::ViewRevenue>, query: Query<TaxFileQuery>) -> Result<HttpResponse> {
    let Query(query) = query;
    let range = Range::new(query.from, query.to)?;
    let filter = queries::TaxFilter { from: Some(range.from), to: Some(range.to), direction: query.direction, ..Default::default() };
    let tx = app.tenant(who.company).await?;
    let csv = export::taxes(&tx, &filter).await?;
    Ok(super::csv(&format!("tax-{}-{}.csv", range.from, range.to), csv))
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(list).service(summary).service(file);
}
