//! The operator's first page: the queues, the money held and owed, what is late, and how the machinery is.

use crate::queue::{QueueCount, counts};
use actix_web::{HttpResponse, get, web::Data};
use chrono::{Duration, NaiveDate};
use kernel::{Currency, Money, Result, need};
use platform::{
    App, PlatformTx,
    http::{self, Operator},
};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

/// Time zone in which the operator counts days.
const ZONE: &str = "Asia/Seoul";

/// The operator's first page.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct OperatorHome {
    /// The queues.
    queues: Vec<QueueCount>,
    /// The money that the operator holds and owes.
    money: HeldMoney,
    /// What buyers paid, a row per day of the last 30 with sales.
    gmv: Vec<GmvDay>,
    /// Trades by where they stand.
    trades_by_state: Vec<StateCount>,
    /// Companies by where they stand.
    companies: Vec<StatusCount>,
    /// Trades whose next step is overdue, by who owes it.
    late: Vec<LateCount>,
    /// How the machinery is.
    health: Health,
}

/// The operator's money.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct HeldMoney {
    /// In escrow.
    escrow: Money,
    /// Owed to companies.
    payable: Money,
    /// Fees earned.
    fees: Money,
    /// VAT owed on the fees.
    vat_payable: Money,
    /// At the payment providers.
    clearing: Money,
}

/// What buyers paid on a day.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct GmvDay {
    /// The day.
    on: NaiveDate,
    /// How much.
    amount: Money,
    /// In how many trades.
    orders: i64,
}

/// Trades in a state.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct StateCount {
    /// The state.
    state: trade::rules::State,
    /// How many.
    count: i64,
    /// What they come to.
    amount: Money,
}

/// Companies in a status.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, FromQueryResult)]
struct StatusCount {
    /// The status.
    #[schema(example = "verified")]
    status: String,
    /// How many.
    count: i64,
}

/// Overdue trades of one debtor.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, FromQueryResult)]
struct LateCount {
    /// Who owes the next step.
    #[schema(example = "supplier")]
    due_by: String,
    /// How many.
    count: i64,
}

/// How the machinery is.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct Health {
    /// Events on their way.
    outbox: i64,
    /// Events that could not be delivered.
    dead_letters: i64,
    /// Mails that wait to be sent.
    mail_queued: i64,
    /// `ok`, `down` or `none`.
    #[schema(example = "ok")]
    redis: String,
}

#[derive(FromQueryResult)]
struct DaySum {
    day: NaiveDate,
    amount: i64,
    orders: i64,
}

#[derive(FromQueryResult)]
struct StateSum {
    state: trade::rules::State,
    count: i64,
    amount: i64,
}

#[derive(FromQueryResult)]
struct HealthRow {
    outbox: i64,
    dead_letters: i64,
    mail_queued: i64,
}

#[derive(FromQueryResult)]
struct Totals {
    escrow: i64,
    payable: i64,
    fees: i64,
    vat_payable: i64,
    clearing: i64,
}

/// Balances by kind of account, from the journal.
async fn totals(tx: &PlatformTx, currency: Currency) -> Result<Totals> {
    let found = tx
        .row(
            "WITH side AS (
               SELECT a.kind, t.amount_minor AS credit FROM transfer t JOIN ledger_account a ON a.id = t.credit_id
                WHERE t.kind IN ('posted', 'post') AND t.currency = $1
               UNION ALL
               SELECT a.kind, -t.amount_minor FROM transfer t JOIN ledger_account a ON a.id = t.debit_id
                WHERE t.kind IN ('posted', 'post') AND t.currency = $1)
             SELECT coalesce(sum(credit) FILTER (WHERE kind = 'escrow'), 0)::bigint AS escrow,
                    coalesce(sum(credit) FILTER (WHERE kind = 'payable'), 0)::bigint AS payable,
                    coalesce(sum(credit) FILTER (WHERE kind = 'platform_fee'), 0)::bigint AS fees,
                    coalesce(sum(credit) FILTER (WHERE kind = 'vat_payable'), 0)::bigint AS vat_payable,
                    coalesce(-sum(credit) FILTER (WHERE kind = 'gateway_clearing'), 0)::bigint AS clearing
               FROM side",
            [currency.into()],
        )
        .await?;
    found.ok_or_else(kernel::Problem::not_found)
}

/// The first page of the console.
#[utoipa::path(operation_id = "operator.home.read", responses((status = 200, body = OperatorHome)))]
#[get("/operator/home")]
async fn home(app: Data<App>, _who: Operator<need::ViewConsole>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let krw = Currency::KRW;
    let days: Vec<DaySum> = tx
        .rows(
            "SELECT (paid_at AT TIME ZONE $2)::date AS day, sum(paid_minor)::bigint AS amount, count(*) AS orders
               FROM trade WHERE paid_at >= $1 GROUP BY 1 ORDER BY 1 LIMIT 40",
            [(tx.now() - Duration::days(30)).into(), ZONE.into()],
        )
        .await?;
    let states: Vec<StateSum> = tx
        .rows(
            "SELECT state, count(*) AS count, sum(goods_minor + delivery_minor)::bigint AS amount FROM trade GROUP BY state ORDER BY state LIMIT 20",
            [],
        )
        .await?;
    let companies = tx.rows("SELECT status, count(*) AS count FROM company GROUP BY status ORDER BY status LIMIT 10", []).await?;
    let late = tx
        .rows("SELECT due_by, count(*) AS count FROM trade WHERE due_at < $1 AND due_by IS NOT NULL AND state NOT IN ('settled', 'cancelled') GROUP BY due_by ORDER BY due_by LIMIT 10", [tx.now().into()])
        .await?;
    let health: Option<HealthRow> = tx
        .row(
            "SELECT (SELECT count(*) FROM outbox WHERE dead_at IS NULL) + (SELECT count(*) FROM cell.outbox WHERE dead_at IS NULL) AS outbox,
                    (SELECT count(*) FROM outbox WHERE dead_at IS NOT NULL) + (SELECT count(*) FROM cell.outbox WHERE dead_at IS NOT NULL) AS dead_letters,
                    (SELECT count(*) FROM mail WHERE state = 'queued') AS mail_queued",
            [],
        )
        .await?;
    let totals = totals(&tx, krw).await?;
    let queues = counts(&tx).await?;
    drop(tx);
    let redis = match app.cache().alive().await {
        None => "none",
        Some(true) => "ok",
        Some(false) => "down",
    };
    Ok(http::ok(&OperatorHome {
        queues,
        money: HeldMoney {
            escrow: krw.minor(totals.escrow),
            payable: krw.minor(totals.payable),
            fees: krw.minor(totals.fees),
            vat_payable: krw.minor(totals.vat_payable),
            clearing: krw.minor(totals.clearing),
        },
        gmv: days.into_iter().map(|row| GmvDay { on: row.day, amount: krw.minor(row.amount), orders: row.orders }).collect(),
        trades_by_state: states.into_iter().map(|row| StateCount { state: row.state, count: row.count, amount: krw.minor(row.amount) }).collect(),
        companies,
        late,
        health: Health {
            outbox: health.as_ref().map_or(0, |row| row.outbox),
            dead_letters: health.as_ref().map_or(0, |row| row.dead_letters),
            mail_queued: health.as_ref().map_or(0, |row| row.mail_queued),
            redis: redis.to_owned(),
        },
    }))
}

/// Mounts the operations.
pub fn mount(config: &mut ServiceConfig) {
    config.service(home);
}
