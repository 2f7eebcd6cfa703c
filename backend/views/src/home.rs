//! A company's first page: what waits today, the money that is coming, how the shop sells, and
//! what is still to be set up.

use crate::balance::balance;
use actix_web::{HttpResponse, get, web::Data};
use chrono::{DateTime, Duration, NaiveDate, Utc};
use kernel::{AccountId, CompanyId, Function, Money, Permission, Problem, Result, need};
use platform::{
    App, PlatformTx,
    http::{self, Member},
};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

/// Days of the chart.
const DAYS: i64 = 30;

/// The first page.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct CompanyHome {
    /// What waits for the company, in the order of the flow.
    waiting: Vec<WaitingRow>,
    /// The money that is coming; only for those who may see the books.
    #[serde(skip_serializing_if = "Option::is_none")]
    money: Option<crate::balance::Balance>,
    /// Sales of the last 30 days, a row per day with sales.
    sales: Vec<DayRow>,
    /// What sold best in 30 days.
    top_products: Vec<TopRow>,
    /// What is still to be set up.
    setup: Vec<SetupStep>,
}

/// Something that waits.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct WaitingRow {
    /// A step of trades (`request_po`, `accept_po`, `file_delivery`, …), `decide_proposal`, or `low_stock`.
    #[schema(example = "accept_po")]
    kind: String,
    /// How many.
    count: i64,
    /// What they come to.
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<Money>,
    /// Since when the oldest waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    oldest_at: Option<DateTime<Utc>>,
    /// When the first is owed.
    #[serde(skip_serializing_if = "Option::is_none")]
    due_at: Option<DateTime<Utc>>,
}

/// Sales of a day.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct DayRow {
    /// The day.
    on: NaiveDate,
    /// What buyers paid.
    amount: Money,
    /// Number of orders.
    orders: i64,
}

/// A product that sold.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct TopRow {
    /// Its name.
    title: String,
    /// How many.
    sold: i64,
    /// What they came to.
    amount: Money,
}

/// A step of setting up.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct SetupStep {
    /// `verified`, `items`, `listing`, `payout_account` or `delivery_rule`.
    #[schema(example = "items")]
    step: String,
    /// Whether it is done.
    done: bool,
}

/// What another owner has proposed, and this one may decide.
const PROPOSALS: &str = "SELECT count(*) AS count, min(proposed_at) AS oldest_at, min(expires_at) AS due_at FROM proposal
    WHERE company_id = $1 AND state = 'pending' AND decider = 'company' AND proposed_by <> $2 AND second_since >= $3";

#[derive(FromQueryResult)]
struct Proposals {
    count: i64,
    oldest_at: Option<DateTime<Utc>>,
    due_at: Option<DateTime<Utc>>,
}

#[derive(FromQueryResult)]
struct Counts {
    items: i64,
    listings: i64,
}

async fn proposals(tx: &PlatformTx, company: CompanyId, account: AccountId) -> Result<Option<Proposals>> {
    let entitled = company::queries::entitled(tx, company, Permission::PayoutAccountManage).await?;
    match entitled.into_iter().find(|one| one.account == account) {
        Some(one) => tx.row(PROPOSALS, [company.into(), account.into(), one.since.into()]).await,
        None => Ok(None),
    }
}

/// The first page of the workspace.
#[utoipa::path(operation_id = "company.home.read", responses((status = 200, body = CompanyHome)))]
#[get("/company/home")]
async fn home(app: Data<App>, who: Member<need::ViewWorkspace>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let company = company::queries::by_id(&tx, who.company).await?.ok_or_else(Problem::not_found)?;
    let waiting = trade::queries::waiting_counts(&tx, who.company).await?;
    let sees_money = who.permissions().contains(&Permission::BooksView);
    let money = if sees_money { Some(balance(&tx, who.company).await?) } else { None };
    let proposals = proposals(&tx, who.company, who.account).await?;
    drop(tx);
    let tx = app.tenant(who.company).await?;
    let since = tx.now() - Duration::days(DAYS);
    let sales = sales::queries::sales_by_day(&tx, since, &company.time_zone).await?;
    let top = sales::queries::top_products(&tx, since, 5).await?;
    let low = i64::try_from(stock::queries::low_count(&tx).await?).unwrap_or(i64::MAX);
    let counts = tx
        .row::<Counts>("SELECT (SELECT count(*) FROM item WHERE status = 'active') AS items, (SELECT count(*) FROM listing WHERE status = 'published') AS listings", [])
        .await?
        .ok_or_else(Problem::not_found)?;
    let currency = company.currency;
    let mut rows: Vec<WaitingRow> = waiting
        .into_iter()
        .map(|row| WaitingRow {
            kind: row.action.name().to_owned(),
            count: row.count,
            amount: Some(currency.minor(row.amount_minor)),
            oldest_at: row.oldest_at,
            due_at: row.due_at,
        })
        .collect();
    if let Some(waiting) = proposals.filter(|waiting| waiting.count > 0) {
        let Proposals { count, oldest_at, due_at } = waiting;
        rows.insert(0, WaitingRow { kind: "decide_proposal".to_owned(), count, amount: None, oldest_at, due_at });
    }
    if low > 0 {
        rows.push(WaitingRow { kind: "low_stock".to_owned(), count: low, amount: None, oldest_at: None, due_at: None });
    }
    let step = |step: &str, done: bool| SetupStep { step: step.to_owned(), done };
    Ok(http::ok(&CompanyHome {
        waiting: rows,
        money,
        sales: sales.into_iter().map(|row| DayRow { on: row.day, amount: currency.minor(row.amount_minor), orders: row.orders }).collect(),
        top_products: top.into_iter().map(|row| TopRow { title: row.title, sold: row.sold, amount: currency.minor(row.amount_minor) }).collect(),
        setup: [
            Some(step("verified", company.status == company::company::Status::Verified)),
            Some(step("items", counts.items > 0)),
            company.has(Function::Shop).then(|| step("listing", counts.listings > 0)),
            Some(step("delivery_rule", company.delivery_rule_set_at.is_some())),
            Some(step("payout_account", company.payout_account.is_some())),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }))
}

/// Mounts the operation.
pub fn mount(config: &mut ServiceConfig) {
    config.service(home);
}
