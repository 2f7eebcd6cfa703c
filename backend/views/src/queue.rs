//! The operator's queue: each row says what, why it waits, how much, until when.

use crate::names::{CompanyName, names};
use actix_web::{HttpResponse, get, web::Data};
use chrono::{DateTime, Utc};
use kernel::{CompanyId, Currency, EventId, Money, Page, PageQuery, PaymentId, PayoutId, ProposalId, RefundId, Result, TradeId, need};
use platform::{
    App, PlatformTx,
    http::{self, Operator, Query},
};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// The queues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum QueueKind {
    /// Purchase requests: to be issued, or held because something does not agree.
    Po,
    /// Delivery confirmations to be approved.
    Shipment,
    /// Payments that are held.
    Payment,
    /// Refunds that the provider does not make.
    Refund,
    /// Payouts to be sent or confirmed.
    Payout,
    /// Changes that another person has to approve.
    Proposal,
    /// Companies to be verified.
    Company,
    /// Events that could not be delivered.
    DeadLetter,
}

impl QueueKind {
    const ALL: [Self; 8] = [Self::Po, Self::Shipment, Self::Payment, Self::Refund, Self::Payout, Self::Proposal, Self::Company, Self::DeadLetter];

    const fn name(self) -> &'static str {
        match self {
            Self::Po => "po",
            Self::Shipment => "shipment",
            Self::Payment => "payment",
            Self::Refund => "refund",
            Self::Payout => "payout",
            Self::Proposal => "proposal",
            Self::Company => "company",
            Self::DeadLetter => "dead_letter",
        }
    }
}

/// All queues as one list, so that they are counted, ordered and paged alike.
macro_rules! queue {
    ($rest:literal) => {
        concat!(
            "WITH queue AS (
               SELECT CASE state WHEN 'po_requested' THEN 'po' ELSE 'shipment' END AS kind, id, number AS title, summary AS note, hold, NULL::text AS error,
                      CASE state WHEN 'po_requested' THEN seller_id ELSE supplier_id END AS company_id,
                      goods_minor + delivery_minor AS stake, currency, updated_at AS since, due_at
                 FROM trade WHERE state IN ('po_requested', 'delivery_filed')
               UNION ALL SELECT 'payment', id, order_number, hold_reason, NULL, NULL, seller_id, captured_minor, currency, updated_at, NULL
                 FROM payment WHERE state = 'held'
               UNION ALL SELECT 'refund', r.id, p.order_number, r.reason, NULL, r.last_error, p.seller_id, r.amount_minor, r.currency, r.created_at, NULL
                 FROM refund r JOIN payment p ON p.id = r.payment_id WHERE r.state = 'failed'
               UNION ALL SELECT 'payout', id, number, state, NULL, NULL, company_id, amount_minor, currency, created_at, NULL
                 FROM payout WHERE state IN ('pending', 'sent')
               UNION ALL SELECT 'proposal', id, kind, reason, NULL, NULL, company_id, amount_minor, currency, proposed_at, expires_at
                 FROM proposal WHERE state = 'pending' AND decider = 'operator'
               UNION ALL SELECT 'company', id, name, business_number, NULL, NULL, id, NULL, currency, created_at, NULL
                 FROM company WHERE status = 'pending'
               UNION ALL SELECT 'dead_letter', id, name, last_error, NULL, NULL, company_id, NULL, NULL, dead_at, NULL
                 FROM outbox WHERE dead_at IS NOT NULL
               UNION ALL SELECT 'dead_letter', id, name, last_error, NULL, NULL, company_id, NULL, NULL, dead_at, NULL
                 FROM cell.outbox WHERE dead_at IS NOT NULL) ",
            $rest
        )
    };
}

const PAGE: &str = queue!(
    "SELECT kind, id, title, note, hold, error, company_id, stake, currency, since, due_at FROM queue
      WHERE ($1::text IS NULL OR kind = $1)
        AND ($2::text IS NULL OR (coalesce(due_at, 'infinity'), since, id) > ($2::text::timestamptz, $3, $4))
      ORDER BY coalesce(due_at, 'infinity'), since, id LIMIT $5"
);
const COUNTS: &str =
    queue!("SELECT kind, count(*) AS count, coalesce(sum(stake), 0)::bigint AS stake, min(since) AS oldest_at FROM queue GROUP BY kind");

#[derive(FromQueryResult)]
struct Row {
    kind: String,
    id: Uuid,
    title: String,
    note: Option<String>,
    hold: Option<serde_json::Value>,
    error: Option<String>,
    company_id: Option<CompanyId>,
    stake: Option<i64>,
    currency: Option<Currency>,
    since: DateTime<Utc>,
    due_at: Option<DateTime<Utc>>,
}

/// Where a row stands in the queue.
#[derive(Serialize, Deserialize)]
struct Position {
    due_at: Option<DateTime<Utc>>,
    since: DateTime<Utc>,
    id: Uuid,
}

/// Which queue.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct QueueQuery {
    /// One queue; without it, all of them.
    #[param(inline)]
    kind: Option<QueueKind>,
    /// Rows per page.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// A page of the queue, with the length of each queue.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct QueuePage {
    /// The rows, the most urgent first.
    items: Vec<QueueRow>,
    /// The cursor of the following page.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    /// Every queue with its length and what is at stake in it.
    queues: Vec<QueueCount>,
}

/// Something that waits for the operator.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct QueueRow {
    /// Which queue.
    #[schema(example = "po")]
    kind: String,
    /// The trade, payment, refund, payout, proposal, company or event.
    #[schema(example = "trade_01h455vb4pex5vsknk084sn02q")]
    id: String,
    /// Its number or name.
    title: String,
    /// What it is about, in a few words; of a held payment and a refund, the reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    /// What went wrong last; of a refund, what the provider said.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    /// The company concerned.
    #[serde(skip_serializing_if = "Option::is_none")]
    company: Option<CompanyName>,
    /// What does not agree; empty where it only waits for a decision.
    why: Vec<trade::gate::Finding>,
    /// The money at stake.
    #[serde(skip_serializing_if = "Option::is_none")]
    at_stake: Option<Money>,
    /// Since when it waits.
    since: DateTime<Utc>,
    /// Until when it has to be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    due_at: Option<DateTime<Utc>>,
    /// The one thing to do: `issue_po`, `review`, `approve_shipment`, `resolve`, `retry_refund`, `send`, `confirm`, `decide`, `verify` or `retry`.
    #[schema(example = "issue_po")]
    main_action: String,
}

/// A queue as a whole.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct QueueCount {
    /// Which.
    #[schema(example = "po")]
    kind: String,
    /// How many wait.
    count: i64,
    /// What is at stake.
    at_stake: Money,
    /// Since when the oldest waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    oldest_at: Option<DateTime<Utc>>,
}

#[derive(FromQueryResult)]
struct CountRow {
    kind: String,
    count: i64,
    stake: i64,
    oldest_at: Option<DateTime<Utc>>,
}

/// What waits for the operator.
#[utoipa::path(operation_id = "operator.queue.read", params(QueueQuery), responses((status = 200, body = QueuePage)))]
#[get("/operator/queue")]
async fn queue(app: Data<App>, _who: Operator<need::ViewConsole>, query: Query<QueueQuery>) -> Result<HttpResponse> {
    let page = PageQuery { limit: query.0.limit, cursor: query.0.cursor };
    let limit = page.limit()?;
    let after: Option<Position> = page.position()?;
    let tx = app.platform().await?;
    let (due_at, since, id) = match after {
        // Without a deadline a row stands at infinity; any far moment says the same in a cursor.
        Some(after) => (Some(after.due_at.unwrap_or(DateTime::<Utc>::MAX_UTC)), Some(after.since), Some(after.id)),
        None => (None, None, None),
    };
    let due_at = due_at.map(|at| if at == DateTime::<Utc>::MAX_UTC { "infinity".to_owned() } else { at.to_rfc3339() });
    let kind = query.0.kind.map(|kind| kind.name().to_owned());
    let values = [kind.into(), due_at.into(), since.into(), id.into(), i64::try_from(limit + 1).unwrap_or(101).into()];
    let rows: Vec<Row> = tx.rows(PAGE, values).await?;
    let names = names(&tx, rows.iter().filter_map(|row| row.company_id)).await?;
    let queues = counts(&tx).await?;
    let page = Page::from_surplus(rows, limit, |row| Position { due_at: row.due_at, since: row.since, id: row.id });
    let items = page.items.into_iter().map(|row| shape(row, &names)).collect();
    Ok(http::ok(&QueuePage { items, next: page.next, queues }))
}

fn shape(row: Row, names: &HashMap<CompanyId, String>) -> QueueRow {
    let why = row.hold.and_then(|hold| serde_json::from_value(hold.get("findings")?.clone()).ok()).unwrap_or_else(Vec::new);
    let (id, action) = match row.kind.as_str() {
        "po" => (TradeId(row.id).to_string(), if why.is_empty() { "issue_po" } else { "review" }),
        "shipment" => (TradeId(row.id).to_string(), "approve_shipment"),
        "payment" => (PaymentId(row.id).to_string(), "resolve"),
        "refund" => (RefundId(row.id).to_string(), "retry_refund"),
        "payout" => (PayoutId(row.id).to_string(), if row.note.as_deref() == Some("sent") { "confirm" } else { "send" }),
        "proposal" => (ProposalId(row.id).to_string(), "decide"),
        "company" => (CompanyId(row.id).to_string(), "verify"),
        _ => (EventId(row.id).to_string(), "retry"),
    };
    QueueRow {
        id,
        title: row.title,
        note: row.note,
        error: row.error,
        company: row.company_id.map(|company| CompanyName::of(company, names)),
        why,
        at_stake: row.stake.zip(row.currency).map(|(minor, currency)| currency.minor(minor)),
        since: row.since,
        due_at: row.due_at,
        main_action: action.to_owned(),
        kind: row.kind,
    }
}

/// Every queue with its length.
pub async fn counts(tx: &PlatformTx) -> Result<Vec<QueueCount>> {
    let rows: Vec<CountRow> = tx.rows(COUNTS, []).await?;
    let count = |kind: QueueKind| {
        let row = rows.iter().find(|row| row.kind == kind.name());
        QueueCount {
            kind: kind.name().to_owned(),
            count: row.map_or(0, |row| row.count),
            at_stake: Currency::KRW.minor(row.map_or(0, |row| row.stake)),
            oldest_at: row.and_then(|row| row.oldest_at),
        }
    };
    Ok(QueueKind::ALL.into_iter().map(count).collect())
}

/// Mounts the operation.
pub fn mount(config: &mut ServiceConfig) {
    config.service(queue);
}
