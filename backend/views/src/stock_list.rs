//! Stock levels with the names of what is counted.

use actix_web::{HttpResponse, get, web::Data};
use kernel::{ItemId, Page, PageQuery, Result, VariantId, need};
use platform::{
    App,
    http::{self, Member, Query},
};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

/// Which levels.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct StockQuery {
    /// Words in the names, or the beginning of the SKU.
    q: Option<String>,
    /// Only what is at or below its reorder point.
    low: Option<bool>,
    /// Rows per page.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// A stock level.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, FromQueryResult)]
struct StockRow {
    /// The variant.
    variant_id: VariantId,
    /// Stock keeping unit.
    sku: String,
    /// Name of the item.
    name: String,
    /// English name of the item.
    name_en: Option<String>,
    /// Name of the variant.
    variant_name: String,
    /// The item.
    item_id: ItemId,
    /// What is there.
    on_hand: i32,
    /// What is promised to orders.
    reserved: i32,
    /// What can still be promised.
    available: i32,
    /// At or below this it is shown as low.
    reorder_at: i32,
    /// For `If-Match`.
    version: i64,
}

/// List the stock.
#[utoipa::path(operation_id = "company.stock.list", params(StockQuery), responses((status = 200, body = Page<StockRow>)))]
#[get("/company/stock")]
async fn list(app: Data<App>, who: Member<need::ViewWorkspace>, query: Query<StockQuery>) -> Result<HttpResponse> {
    let page = PageQuery { limit: query.0.limit, cursor: query.0.cursor };
    let limit = page.limit()?;
    let after: Option<String> = page.position()?;
    let words = query.0.q.as_deref().map(str::trim).filter(|words| !words.is_empty());
    let pattern = words.map(|words| format!("%{}%", words.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")));
    let tx = app.tenant(who.company).await?;
    let rows = tx
        .rows::<StockRow>(
            "SELECT l.variant_id, v.sku, i.name, i.name_en, v.name AS variant_name, v.item_id, l.on_hand, l.reserved,
                    l.on_hand - l.reserved AS available, l.reorder_at, l.version
               FROM stock_level l JOIN variant v ON v.id = l.variant_id JOIN item i ON i.id = v.item_id
              WHERE ($1::text IS NULL OR i.name ILIKE $1 OR i.name_en ILIKE $1 OR v.sku ILIKE $1)
                AND (NOT $2 OR l.on_hand - l.reserved <= l.reorder_at)
                AND ($3::text IS NULL OR v.sku > $3)
              ORDER BY v.sku LIMIT $4",
            [pattern.into(), query.0.low.unwrap_or(false).into(), after.into(), i64::try_from(limit + 1).unwrap_or(101).into()],
        )
        .await?;
    Ok(http::ok(&Page::from_surplus(rows, limit, |row| row.sku.clone())))
}

/// Mounts the operation.
pub fn mount(config: &mut ServiceConfig) {
    config.service(list);
}
