//! Trades in lists and in full, for a company and for the operator.

use crate::names::{CompanyName, names, of_trade};
use actix_web::{HttpResponse, get, web::Data};
use chrono::{DateTime, Utc};
use kernel::{ActorKind, CompanyId, Money, Page, PageQuery, Problem, Result, TradeId, code, need};
use platform::{
    App,
    http::{self, Member, Operator, PathId, Query},
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use trade::{
    entity::trade::Model as Trade,
    http::body::{TradeView, Viewer, view},
    queries::{CompanyFilter, CompanyRole, OperatorFilter, Sort},
    rules::{Action, State},
};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

/// Which trades of a company.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct CompanyQuery {
    /// In which role the company is looking.
    role: Option<CompanyRole>,
    /// States, separated by commas.
    #[param(example = "paid,po_requested")]
    state: Option<String>,
    /// `me`: only those whose next step is the company's own.
    #[param(inline)]
    waiting: Option<Waiting>,
    /// Words in the numbers, the goods or the buyer's name.
    q: Option<String>,
    /// The order.
    #[param(inline)]
    sort: Option<Sort>,
    /// Rows per page.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// For whom a trade waits.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Waiting {
    Me,
}

/// Which trades of all.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct OperatorQuery {
    /// States, separated by commas.
    #[param(example = "po_requested")]
    state: Option<String>,
    /// Only those that are held, or only those that are not.
    hold: Option<bool>,
    /// Words in the numbers, the goods or the buyer's name.
    q: Option<String>,
    /// Only those of a shop.
    #[param(value_type = Option<CompanyId>)]
    seller_id: Option<CompanyId>,
    /// Only those of a supplier.
    #[param(value_type = Option<CompanyId>)]
    supplier_id: Option<CompanyId>,
    /// The order.
    #[param(inline)]
    sort: Option<Sort>,
    /// Rows per page.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// A trade in a list.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct TradeRow {
    /// The trade.
    pub id: TradeId,
    /// Its number.
    pub number: String,
    /// The order's number.
    pub order_number: String,
    /// What was bought, in a few words.
    pub summary: String,
    /// Where it stands.
    pub state: State,
    /// The viewer's role in it; the operator has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<CompanyRole>,
    /// Whose shop took the order.
    pub seller: CompanyName,
    /// Whose goods are delivered.
    pub supplier: CompanyName,
    /// What it comes to for the viewer: what the buyer paid, or for a supplier the supply price,
    /// each with the delivery fee.
    pub amount: Money,
    /// When the next step is owed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_at: Option<DateTime<Utc>>,
    /// By whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_by: Option<ActorKind>,
    /// Whether it waits for the operator because something does not agree.
    pub hold: bool,
    /// When it was paid.
    pub paid_at: DateTime<Utc>,
    /// When it last moved.
    pub updated_at: DateTime<Utc>,
    /// What the viewer may do now.
    pub allowed_actions: Vec<Action>,
}

/// List the company's trades, as seller and as supplier.
#[utoipa::path(operation_id = "company.trade.list", params(CompanyQuery), responses((status = 200, body = Page<TradeRow>)))]
#[get("/company/trades")]
async fn company_list(app: Data<App>, who: Member<need::ViewWorkspace>, query: Query<CompanyQuery>) -> Result<HttpResponse> {
    let query = query.0;
    let filter = CompanyFilter {
        role: query.role,
        states: states(query.state.as_deref())?,
        waiting: query.waiting.is_some(),
        q: query.q,
        sort: query.sort.unwrap_or_default(),
    };
    let tx = app.platform().await?;
    let page = trade::queries::for_company(&tx, who.company, &filter, &PageQuery { limit: query.limit, cursor: query.cursor }).await?;
    let names = names(&tx, parties(&page.items)).await?;
    let asked = query.role;
    Ok(http::ok(&page.map(|trade| company_row(&trade, who.company, asked, &names))))
}

/// See a trade.
#[utoipa::path(operation_id = "company.trade.read", params(("id" = TradeId, Path)), responses((status = 200, body = TradeView)))]
#[get("/company/trades/{id}")]
async fn company_read(app: Data<App>, who: Member<need::ViewWorkspace>, id: PathId<TradeId>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let full = trade::queries::full_for(&tx, id.0, who.company).await?;
    let names = of_trade(&tx, &full).await?;
    Ok(http::versioned(full.trade.version, &view(&full, &names, Viewer::Company(who.company))))
}

/// List all trades.
#[utoipa::path(operation_id = "operator.trade.list", params(OperatorQuery), responses((status = 200, body = Page<TradeRow>)))]
#[get("/operator/trades")]
async fn operator_list(app: Data<App>, _who: Operator<need::ViewConsole>, query: Query<OperatorQuery>) -> Result<HttpResponse> {
    let query = query.0;
    let filter = OperatorFilter {
        states: states(query.state.as_deref())?,
        hold: query.hold,
        q: query.q,
        seller_id: query.seller_id,
        supplier_id: query.supplier_id,
        sort: query.sort.unwrap_or_default(),
    };
    let tx = app.platform().await?;
    let page = trade::queries::for_operator(&tx, &filter, &PageQuery { limit: query.limit, cursor: query.cursor }).await?;
    let names = names(&tx, parties(&page.items)).await?;
    Ok(http::ok(&page.map(|trade| row(&trade, None, &[ActorKind::Operator], &names))))
}

/// See a trade.
#[utoipa::path(operation_id = "operator.trade.read", params(("id" = TradeId, Path)), responses((status = 200, body = TradeView)))]
#[get("/operator/trades/{id}")]
async fn operator_read(app: Data<App>, _who: Operator<need::ViewConsole>, id: PathId<TradeId>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let full = trade::queries::full(&tx, id.0).await?;
    let names = of_trade(&tx, &full).await?;
    Ok(http::versioned(full.trade.version, &view(&full, &names, Viewer::Operator)))
}

fn parties(trades: &[Trade]) -> impl Iterator<Item = CompanyId> + '_ {
    trades.iter().flat_map(|trade| [trade.seller_id, trade.supplier_id])
}

fn company_row(trade: &Trade, company: CompanyId, asked: Option<CompanyRole>, names: &HashMap<CompanyId, String>) -> TradeRow {
    let seller = trade.seller_id == company;
    let supplier = trade.supplier_id == company;
    let role = match asked {
        Some(role) => role,
        None if seller => CompanyRole::Seller,
        None => CompanyRole::Supplier,
    };
    let mut actors = Vec::new();
    if seller {
        actors.push(ActorKind::Seller);
    }
    if supplier {
        actors.push(ActorKind::Supplier);
    }
    row(trade, Some(role), &actors, names)
}

/// The row of a trade for a role.
pub fn row(trade: &Trade, role: Option<CompanyRole>, actors: &[ActorKind], names: &HashMap<CompanyId, String>) -> TradeRow {
    let worth = if role == Some(CompanyRole::Supplier) { trade.supply_minor } else { trade.goods_minor };
    TradeRow {
        id: trade.id,
        number: trade.number.clone(),
        order_number: trade.order_number.clone(),
        summary: trade.summary.clone(),
        state: trade.state,
        role,
        seller: CompanyName::of(trade.seller_id, names),
        supplier: CompanyName::of(trade.supplier_id, names),
        amount: trade.currency.minor(worth + trade.delivery_minor),
        due_at: trade.due_at,
        due_by: trade.due_by,
        hold: trade.hold.is_some(),
        paid_at: trade.paid_at,
        updated_at: trade.updated_at,
        allowed_actions: trade::rules::offered(trade.state, actors),
    }
}

fn states(text: Option<&str>) -> Result<Vec<State>> {
    let wrong = |_| Problem::new(code::QUERY_INVALID).field("state", "unknown");
    let names = text.into_iter().flat_map(|text| text.split(',')).map(str::trim).filter(|name| !name.is_empty());
    names.map(|name| serde_json::from_value(name.into()).map_err(wrong)).collect()
}

/// Mounts the operations.
pub fn mount(config: &mut ServiceConfig) {
    config.service(company_list).service(company_read).service(operator_list).service(operator_read);
}
