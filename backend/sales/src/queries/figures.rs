//! Figures of sales for a company's first page.

use chrono::{DateTime, NaiveDate, Utc};
use kernel::Result;
use platform::TenantTx;
use sea_orm::FromQueryResult;

/// What was paid on one day.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct DaySales {
    pub day: NaiveDate,
    pub amount_minor: i64,
    pub orders: i64,
}

/// A product and how it sold.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct TopProduct {
    pub title: String,
    pub sold: i64,
    pub amount_minor: i64,
}

/// What was paid per day since `since` and has not gone back, by the days of `time_zone`; orders that
/// were cancelled as a whole are left out, and days without sales are absent.
pub async fn sales_by_day(tx: &TenantTx, since: DateTime<Utc>, time_zone: &str) -> Result<Vec<DaySales>> {
    let sql = "SELECT (o.paid_at AT TIME ZONE $2)::date AS day, sum(o.total_minor - back.minor)::bigint AS amount_minor, count(*) AS orders
               FROM orders o
               CROSS JOIN LATERAL (SELECT coalesce(sum(p.refunded_minor), 0) AS minor FROM order_part p WHERE p.order_id = o.id) back
               WHERE o.paid_at >= $1 AND o.state = 'paid'
               GROUP BY 1 ORDER BY 1 LIMIT 400";
    tx.rows(sql, [since.into(), time_zone.into()]).await
}

/// What sold best since `since`, by amount, cancelled lines left out.
pub async fn top_products(tx: &TenantTx, since: DateTime<Utc>, limit: i64) -> Result<Vec<TopProduct>> {
    let sql = "SELECT max(l.name) AS title, sum(l.quantity)::bigint AS sold, sum(l.goods_minor)::bigint AS amount_minor
               FROM orders o JOIN order_line l ON l.order_id = o.id
               WHERE o.paid_at >= $1 AND o.state = 'paid' AND NOT l.cancelled
               GROUP BY l.listing_id ORDER BY amount_minor DESC, title LIMIT $2";
    tx.rows(sql, [since.into(), limit.into()]).await
}
