//! Reads of customers.

use super::anywhere;
use crate::entity::customer;
use chrono::{DateTime, Utc};
use kernel::{CustomerId, Page, PageQuery, Result};
use platform::TenantTx;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, extension::postgres::PgExpr},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The orders in which customers can be listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub enum CustomerSort {
    /// Who bought last comes first.
    #[default]
    #[serde(rename = "-last_order_at")]
    Latest,
    /// Who spent most comes first.
    #[serde(rename = "-spent")]
    Spent,
    /// By name.
    #[serde(rename = "name")]
    Name,
}

/// What a list of customers is asked for.
#[derive(Clone, Debug, Default)]
pub struct CustomerFilter {
    /// Part of the name, the address or the phone.
    pub q: Option<String>,
    pub sort: CustomerSort,
}

/// Where a customer stands in a list; it names the list's order, so that a cursor of one order is
/// refused in another.
#[derive(Serialize, Deserialize)]
enum Position {
    Latest(Option<DateTime<Utc>>, CustomerId),
    Spent(i64, CustomerId),
    Name(String, CustomerId),
}

/// A customer. Error: not found.
pub async fn customer(tx: &TenantTx, id: CustomerId) -> Result<customer::Model> {
    tx.find(customer::Entity::find_by_id(id)).await
}

/// The customers of the shop.
pub async fn customers(tx: &TenantTx, filter: &CustomerFilter, page: &PageQuery) -> Result<Page<customer::Model>> {
    use customer::Column::{Email, Id, LastOrderAt, Name, Phone, SpentMinor};
    let limit = page.limit()?;
    let mut query = customer::Entity::find().limit(limit + 1);
    if let Some(q) = filter.q.as_deref().filter(|q| !q.trim().is_empty()) {
        let any = [Name, Email, Phone].into_iter().fold(Condition::any(), |any, column| any.add(Expr::col(column).ilike(anywhere(q))));
        query = query.filter(any);
    }
    query = match filter.sort {
        CustomerSort::Latest => query.order_by_desc(LastOrderAt).order_by_desc(Id),
        CustomerSort::Spent => query.order_by_desc(SpentMinor).order_by_desc(Id),
        CustomerSort::Name => query.order_by_asc(Name).order_by_asc(Id),
    };
    let after = match (page.position::<Position>()?, filter.sort) {
        (None, _) => None,
        (Some(Position::Latest(at, id)), CustomerSort::Latest) => Some(past(LastOrderAt.lt(at), LastOrderAt.eq(at), Id.lt(id))),
        (Some(Position::Spent(spent, id)), CustomerSort::Spent) => Some(past(SpentMinor.lt(spent), SpentMinor.eq(spent), Id.lt(id))),
        (Some(Position::Name(name, id)), CustomerSort::Name) => Some(past(Name.gt(name.as_str()), Name.eq(name.as_str()), Id.gt(id))),
        (Some(_), _) => return Err(kernel::Problem::new(kernel::code::INVALID).field("cursor", "malformed")),
    };
    if let Some(after) = after {
        query = query.filter(after);
    }
    Ok(Page::from_surplus(tx.all(query).await?, limit, |row| match filter.sort {
        CustomerSort::Latest => Position::Latest(row.last_order_at, row.id),
        CustomerSort::Spent => Position::Spent(row.spent_minor, row.id),
        CustomerSort::Name => Position::Name(row.name.clone(), row.id),
    }))
}

/// Rows beyond a position: those that sort after it, and of those that sort alike the later ids.
fn past(beyond: Expr, alike: Expr, later: Expr) -> Condition {
    Condition::any().add(beyond).add(Condition::all().add(alike).add(later))
}
