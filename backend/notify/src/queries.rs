//! Reads of mails, for the operator.

pub mod webhooks;

use crate::entity::mail;
use chrono::{DateTime, Utc};
use kernel::{MailId, Page, PageQuery, Result};
use platform::PlatformTx;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, Func},
};

/// A mail without its bodies, which are long and not needed in lists.
#[derive(Clone, Debug, FromQueryResult)]
pub struct MailHead {
    /// The mail.
    pub id: MailId,
    /// Its occasion.
    pub template: crate::Template,
    /// To whom.
    pub recipient: String,
    /// Subject line.
    pub subject: String,
    /// Where it is on its way.
    pub state: mail::State,
    /// Tries so far.
    pub attempts: i32,
    /// What the last failed try said.
    pub last_error: Option<String>,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When the server took it.
    pub sent_at: Option<DateTime<Utc>>,
}

/// Mails, the newest first; `q` is part of an address or a subject.
pub async fn search(tx: &PlatformTx, state: Option<mail::State>, q: Option<&str>, page: &PageQuery) -> Result<Page<MailHead>> {
    use mail::Column;
    let limit = page.limit()?;
    let mut query = mail::Entity::find()
        .select_only()
        .columns([
            Column::Id,
            Column::Template,
            Column::Recipient,
            Column::Subject,
            Column::State,
            Column::Attempts,
            Column::LastError,
            Column::CreatedAt,
            Column::SentAt,
        ])
        .order_by_desc(Column::Id)
        .limit(limit + 1);
    if let Some(position) = page.position::<MailId>()? {
        query = query.filter(Column::Id.lt(position));
    }
    if let Some(state) = state {
        query = query.filter(Column::State.eq(state));
    }
    if let Some(text) = q.map(str::trim).filter(|text| !text.is_empty()) {
        let pattern = format!("%{}%", text.to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
        let contains = |column: Column| Expr::expr(Func::lower(Expr::col(column))).like(pattern.clone());
        query = query.filter(Condition::any().add(contains(Column::Recipient)).add(contains(Column::Subject)));
    }
    Ok(Page::from_surplus(tx.all_as(query).await?, limit, |row: &MailHead| row.id))
}

/// A whole mail.
pub async fn mail(tx: &PlatformTx, id: MailId) -> Result<mail::Model> {
    tx.find(mail::Entity::find_by_id(id)).await
}

/// The number of mails that wait.
pub async fn queued(tx: &PlatformTx) -> Result<u64> {
    tx.count(mail::Entity::find().filter(mail::Column::State.eq(mail::State::Queued))).await
}
