//! What has to be true, asked of the database as its owner, who sees every company's schema beside
//! the operator's. Some of it holds at every instant; the rest when nothing is under way.

use super::book::Told;
use crate::database;
use kernel::{OrderId, Problem, Result};
use sea_orm::{DatabaseConnection, DbBackend, FromQueryResult, Statement};
use std::{
    collections::{BTreeMap, HashMap},
    time::Duration,
};

/// What is wrong.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// Acknowledged, and not there.
    pub lost: Vec<String>,
    /// There more often than once.
    pub doubled: Vec<String>,
    /// Without a next step, or past its time.
    pub stuck: Vec<String>,
    /// Two records of one fact that disagree, and anything else.
    pub wrong: Vec<String>,
}

#[derive(FromQueryResult)]
struct What {
    what: String,
}

#[derive(FromQueryResult)]
struct Schema {
    slug: String,
    schema_name: String,
}

#[derive(FromQueryResult)]
struct Kept {
    id: String,
    email: String,
    payment: String,
    states: String,
}

const DOUBLED: &[&str] = &[
    "SELECT 'order ' || order_number || ' has two trades of one supplier' AS what FROM platform.trade
      GROUP BY order_number, supplier_id, contract HAVING count(*) > 1",
    "SELECT 'payment ' || p.id || ' captured ' || p.captured_minor || ', its trades hold ' || t.held AS what FROM platform.payment p
       JOIN (SELECT payment_id, sum(paid_minor) AS held FROM platform.trade GROUP BY payment_id) t ON t.payment_id = p.id
      WHERE t.held <> p.captured_minor",
    "SELECT 'trade ' || trade_id || ' has a hole in its timeline' AS what FROM platform.trade_event
      GROUP BY trade_id HAVING count(*) <> max(seq) - min(seq) + 1",
    "SELECT 'trade ' || trade_id || ' took a step twice: ' || action AS what FROM platform.trade_event
      WHERE action NOT IN ('cancel_lines', 'return_delivery', 'file_delivery') GROUP BY trade_id, action, from_state, to_state HAVING count(*) > 1",
];

const DOUBLED_AT_COMPANY: &[&str] = &[
    "SELECT 'two orders of ' || (buyer->>'email') AS what FROM {s}.orders GROUP BY buyer->>'email' HAVING count(*) > 1",
    "SELECT 'revenue of trade ' || trade_id || ' posted twice: ' || kind AS what FROM {s}.revenue_entry
      GROUP BY trade_id, kind, tax_class, counterparty HAVING count(*) > 1",
    "SELECT 'tax of trade ' || trade_id || ' posted twice: ' || subject AS what FROM {s}.tax_entry
      GROUP BY trade_id, direction, subject, tax_class HAVING count(*) > 1",
    "SELECT 'settlement of trade ' || trade_id || ' entered twice' AS what FROM {s}.settlement_entry WHERE kind = 'settled'
      GROUP BY trade_id, role HAVING count(*) > 1",
    "SELECT 'variant ' || l.variant_id || ' has ' || l.on_hand || ' on hand, its moves say ' || m.sum AS what FROM {s}.stock_level l
       JOIN (SELECT variant_id, sum(quantity) FROM {s}.stock_move GROUP BY variant_id) m USING (variant_id) WHERE m.sum <> l.on_hand",
    "SELECT 'variant ' || l.variant_id || ' has ' || l.reserved || ' reserved, its reservations say ' || coalesce(r.sum, 0) AS what
       FROM {s}.stock_level l LEFT JOIN (SELECT variant_id, sum(quantity) FROM {s}.reservation WHERE state IN ('held', 'firm')
       GROUP BY variant_id) r USING (variant_id) WHERE coalesce(r.sum, 0) <> l.reserved",
    "SELECT 'trade ' || trade_id || ' was shipped twice' AS what FROM {s}.stock_move WHERE kind = 'shipment' AND trade_id IS NOT NULL
      GROUP BY trade_id, variant_id HAVING count(*) > 1",
];

const DEAD: &[&str] = &[
    "SELECT 'event ' || name || ' is dead: ' || coalesce(last_error, '') AS what FROM platform.outbox WHERE dead_at IS NOT NULL",
    "SELECT 'event ' || name || ' is dead: ' || coalesce(last_error, '') AS what FROM cell.outbox WHERE dead_at IS NOT NULL",
];

const STUCK: &[&str] = &[
    "SELECT 'event ' || name || ' of ' || created_at || ' waits: ' || coalesce(last_error, '') AS what FROM platform.outbox
      WHERE next_at <= {now} OR attempts > 0",
    "SELECT 'event ' || name || ' of ' || created_at || ' waits: ' || coalesce(last_error, '') AS what FROM cell.outbox
      WHERE next_at <= {now} OR attempts > 0",
    "SELECT 'trade ' || number || ' is ' || state || ' and nobody owes a step' AS what FROM platform.trade
      WHERE state NOT IN ('confirmed', 'settled', 'cancelled') AND due_at IS NULL AND confirm_due_at IS NULL AND hold IS NULL",
    "SELECT 'payment ' || id || ' is ' || state AS what FROM platform.payment WHERE state IN ('created', 'pending') AND expires_at <= {now}",
    "SELECT 'refund ' || id || ' is ' || state || ': ' || coalesce(last_error, '') AS what FROM platform.refund WHERE state <> 'succeeded'",
    "SELECT 'mail ' || template || ' to ' || recipient || ' is ' || state AS what FROM platform.mail WHERE state <> 'sent'",
];

const STUCK_AT_COMPANY: &[&str] = &[
    "SELECT 'goods of order ' || order_id || ' are still kept' AS what FROM {s}.reservation WHERE state = 'held' AND expires_at <= {now}",
    "SELECT 'order ' || number || ' still waits for its payment' AS what FROM {s}.orders WHERE state = 'pending_payment' AND expires_at <= {now}",
];

const WRONG: &[&str] = &[
    "SELECT 'the provider holds ' || c.ref || ', and no order and no refund stands for it' AS what FROM platform.sandbox_charge c
       LEFT JOIN platform.payment p ON p.provider_ref = c.ref WHERE c.state = 'captured' AND (p.id IS NULL OR (
         NOT (p.state = 'captured' AND p.completed_at IS NOT NULL AND EXISTS (SELECT 1 FROM platform.trade t WHERE t.payment_id = p.id))
         AND p.state <> 'held' AND NOT EXISTS (SELECT 1 FROM platform.refund r WHERE r.payment_id = p.id)))",
    "SELECT 'payment ' || p.id || ' is captured, and the provider has no money' AS what FROM platform.payment p
       LEFT JOIN platform.sandbox_charge c ON c.ref = p.provider_ref WHERE p.state = 'captured' AND coalesce(c.state, '') <> 'captured'",
    "SELECT 'payment ' || p.id || ' gave back ' || p.refunded_minor || ', the provider ' || c.refunded_minor AS what
       FROM platform.payment p JOIN platform.sandbox_charge c ON c.ref = p.provider_ref WHERE p.refunded_minor <> c.refunded_minor",
    "SELECT 'trade ' || number || ' is cancelled, and ' || paid_minor - refunded_minor || ' did not go back' AS what FROM platform.trade
      WHERE state = 'cancelled' AND refunded_minor <> paid_minor",
    "SELECT 'trade ' || t.number || ' is ' || t.state || ', its timeline ends with ' || e.to_state AS what FROM platform.trade t
       JOIN LATERAL (SELECT to_state FROM platform.trade_event WHERE trade_id = t.id ORDER BY seq DESC LIMIT 1) e ON true
      WHERE e.to_state <> t.state",
];

const WRONG_AT_COMPANY: &[&str] = &[
    "SELECT 'trade ' || t.number || ' is ' || t.state || ', the order at {s} says ' || coalesce(p.state, 'nothing') AS what
       FROM {s}.order_part p JOIN platform.trade t ON t.id = p.trade_id WHERE coalesce(p.state, '') <> t.state OR p.refunded_minor <> t.refunded_minor",
    "SELECT 'trade ' || t.number || ' is ' || t.state || ', a purchase order at {s} says ' || p.state AS what
       FROM {s}.purchase_order p JOIN platform.trade t ON t.id = p.trade_id WHERE p.state <> t.state",
    "SELECT 'trade ' || t.number || ' has a purchase order that {s} does not know' AS what
       FROM platform.trade t JOIN platform.company c ON c.id IN (t.seller_id, t.supplier_id) AND c.schema_name = '{s}'
      WHERE t.po_issued_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {s}.purchase_order p WHERE p.trade_id = t.id)",
    "SELECT 'trade ' || t.number || ' is ' || t.state || ', and {s} has no revenue of it' AS what
       FROM platform.trade t JOIN platform.company c ON c.id IN (t.seller_id, t.supplier_id) AND c.schema_name = '{s}'
      WHERE t.state IN ('confirmed', 'settled') AND NOT EXISTS (SELECT 1 FROM {s}.revenue_entry r WHERE r.trade_id = t.id)",
    "SELECT 'goods of trade ' || t.number || ' are ' || r.state || ', it is ' || t.state AS what FROM platform.trade t
       JOIN platform.trade_line l ON l.trade_id = t.id JOIN {s}.reservation r ON r.order_line_id = l.id
      WHERE r.state <> CASE WHEN t.state = 'cancelled' OR l.cancelled THEN 'released'
                            WHEN t.state IN ('shipment_approved', 'in_transit', 'arrived', 'confirmed', 'settled') THEN 'shipped' ELSE 'firm' END",
    "SELECT 'trade ' || t.number || ' is settled for {s}, which has no entry of it' AS what FROM platform.settlement_line l
       JOIN platform.trade t ON t.id = l.trade_id JOIN platform.company c ON c.id = l.company_id AND c.schema_name = '{s}'
      WHERE NOT EXISTS (SELECT 1 FROM {s}.settlement_entry e WHERE e.trade_id = t.id AND e.role = l.role)",
];

/// The database as its owner sees it.
pub struct Owner {
    database: DatabaseConnection,
    schemas: Vec<Schema>,
    /// How far the processes' clocks are ahead.
    ahead_s: i64,
}

impl Owner {
    /// Connects anew: the database may have been away.
    pub async fn of(name: &str, ahead_s: i64) -> Result<Self> {
        let url = database::url(name)?;
        let mut tries = 0;
        let database = loop {
            match database::open(&url).await {
                Err(_) if tries < 5 => tries += 1,
                opened => break opened?,
            }
        };
        let query = Statement::from_string(DbBackend::Postgres, "SELECT slug, schema_name FROM platform.company");
        let schemas = Schema::find_by_statement(query).all(&database).await?;
        Ok(Self { database, schemas, ahead_s })
    }

    /// What has to hold at every instant.
    pub async fn always(&self) -> Result<Findings> {
        let mut found = Findings { doubled: self.ask(DOUBLED).await?, stuck: self.ask(DEAD).await?, ..Findings::default() };
        found.doubled.extend(self.ask_companies(DOUBLED_AT_COMPANY).await?);
        Ok(found)
    }

    /// What is not finished.
    pub async fn unfinished(&self) -> Result<Vec<String>> {
        let mut found = self.ask(STUCK).await?;
        found.extend(self.ask_companies(STUCK_AT_COMPANY).await?);
        Ok(found)
    }

    /// What has to hold when nothing is under way.
    pub async fn at_rest(&self, told: &BTreeMap<String, Told>) -> Result<Findings> {
        let mut found = self.always().await?;
        found.stuck.extend(self.unfinished().await?);
        found.wrong.extend(self.ask(WRONG).await?);
        found.wrong.extend(self.ask_companies(WRONG_AT_COMPANY).await?);
        found.lost.extend(self.lost(told).await?);
        Ok(found)
    }

    /// Orders that a buyer was told of, and that are not as the buyer was told.
    pub async fn lost(&self, told: &BTreeMap<String, Told>) -> Result<Vec<String>> {
        let mut kept: HashMap<(String, String), Kept> = HashMap::new();
        for schema in &self.schemas {
            let sql = format!(
                "SELECT o.id::text AS id, o.buyer->>'email' AS email, coalesce(p.state, 'none') AS payment,
                        coalesce((SELECT string_agg(e.to_state, ',') FROM platform.trade t JOIN platform.trade_event e ON e.trade_id = t.id
                                   WHERE t.order_id = o.id), '') AS states
                   FROM {}.orders o LEFT JOIN platform.payment p ON p.order_id = o.id",
                schema.schema_name
            );
            let rows = Kept::find_by_statement(Statement::from_string(DbBackend::Postgres, sql)).all(&self.database).await?;
            kept.extend(rows.into_iter().map(|row| ((schema.slug.clone(), row.id.clone()), row)));
        }
        let mut lost = Vec::new();
        for (id, told) in told {
            let order: OrderId = id.parse().map_err(Problem::internal)?;
            match kept.get(&(told.shop.clone(), order.uuid().to_string())) {
                None => lost.push(format!("order {id} of {} was acknowledged and is not there", told.email)),
                Some(row) if row.email != told.email => lost.push(format!("order {id} is not of {}", told.email)),
                Some(row) if told.paid && row.payment != "captured" => {
                    lost.push(format!("order {id} was acknowledged as paid; the payment is {}", row.payment));
                }
                Some(row) => lost.extend(
                    told.seen
                        .iter()
                        .filter(|seen| !row.states.split(',').any(|state| state == seen.as_str()))
                        .map(|seen| format!("the trade of order {id} was seen {seen}; it has only been {}", row.states)),
                ),
            }
        }
        Ok(lost)
    }

    /// Events that were due when a fault was over and are still there.
    pub async fn backlog(&self, over: chrono::DateTime<chrono::Utc>) -> Result<usize> {
        let sql = ["platform", "cell"].map(|schema| {
            format!(
                "SELECT name AS what FROM {schema}.outbox WHERE dead_at IS NULL AND created_at <= '{}' AND (next_at <= now() OR attempts > 0)",
                over.to_rfc3339()
            )
        });
        Ok(self.ask(&sql.each_ref().map(String::as_str)).await?.len())
    }

    /// For how long the oldest event that is due has been waiting: the workers' pace under this load.
    pub async fn lag(&self) -> Result<Duration> {
        let oldest = "SELECT (coalesce(max(extract(epoch FROM now() - created_at)), 0) * 1000)::bigint::text AS what FROM
                        (SELECT created_at, next_at, dead_at FROM platform.outbox UNION ALL SELECT created_at, next_at, dead_at FROM cell.outbox) o
                       WHERE dead_at IS NULL AND next_at <= now() AND created_at <= now()
                         AND next_at <= created_at";
        let told = self.ask(&[oldest]).await?.pop().and_then(|text| text.parse::<u64>().ok()).unwrap_or_default();
        Ok(Duration::from_millis(told))
    }

    /// Looks, and closes the connection.
    pub async fn closing_after<T>(self, look: impl AsyncFnOnce(&Self) -> Result<T>) -> Result<T> {
        let found = look(&self).await?;
        self.close().await?;
        Ok(found)
    }

    /// Closes the connection.
    pub async fn close(self) -> Result<()> {
        Ok(self.database.close().await?)
    }

    async fn ask_companies(&self, questions: &[&str]) -> Result<Vec<String>> {
        let mut found = Vec::new();
        for schema in &self.schemas {
            let own: Vec<String> = questions.iter().map(|sql| sql.replace("{s}", &schema.schema_name)).collect();
            found.extend(self.ask(&own.iter().map(String::as_str).collect::<Vec<_>>()).await?);
        }
        Ok(found)
    }

    async fn ask(&self, questions: &[&str]) -> Result<Vec<String>> {
        let now = format!("(now() + interval '{} s')", self.ahead_s);
        let mut found = Vec::new();
        for sql in questions {
            let query = Statement::from_string(DbBackend::Postgres, sql.replace("{now}", &now));
            found.extend(What::find_by_statement(query).all(&self.database).await?.into_iter().map(|row| row.what));
        }
        Ok(found)
    }
}

impl Findings {
    /// Takes over what another look has found.
    pub fn take(&mut self, other: Self) {
        for (own, more) in
            [(&mut self.lost, other.lost), (&mut self.doubled, other.doubled), (&mut self.stuck, other.stuck), (&mut self.wrong, other.wrong)]
        {
            own.extend(more.into_iter().filter(|what| !own.contains(what)).collect::<Vec<_>>());
        }
    }

    /// Whether nothing is.
    #[must_use]
    pub const fn none(&self) -> bool {
        self.lost.is_empty() && self.doubled.is_empty() && self.stuck.is_empty() && self.wrong.is_empty()
    }

    /// Every one, with its kind.
    pub fn lines(&self) -> impl Iterator<Item = String> + '_ {
        [("lost", &self.lost), ("doubled", &self.doubled), ("stuck", &self.stuck), ("wrong", &self.wrong)]
            .into_iter()
            .flat_map(|(kind, all)| all.iter().map(move |what| format!("{kind}: {what}")))
    }
}
