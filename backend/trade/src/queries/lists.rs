//! Lists of trades, paged by keyset.

use crate::{
    entity::trade::{self, Column},
    rules::{self, Action, State},
};
use chrono::{DateTime, Utc};
use kernel::{AccountId, ActorKind, CompanyId, Page, PageQuery, Problem, Result, TradeId, code};
use platform::PlatformTx;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, Iterable, Order, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, ExprTrait, Func, LikeExpr, SimpleExpr, extension::postgres::PgExpr},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// In which role a company looks at its trades.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = TradeRole)]
#[serde(rename_all = "snake_case")]
pub enum CompanyRole {
    /// Trades of its shop.
    Seller,
    /// Trades of its goods.
    Supplier,
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = TradeSort)]
pub enum Sort {
    /// The latest first.
    #[default]
    #[serde(rename = "-paid_at")]
    Newest,
    /// The oldest first.
    #[serde(rename = "paid_at")]
    Oldest,
    /// What is owed soonest first; what owes nothing last.
    #[serde(rename = "due_at")]
    Due,
    /// The last to move first.
    #[serde(rename = "-updated_at")]
    Updated,
}

/// What a company asks of its trades.
#[derive(Clone, Debug, Default)]
pub struct CompanyFilter {
    /// Only those in which it has this role.
    pub role: Option<CompanyRole>,
    /// Only those in these states; empty for all.
    pub states: Vec<State>,
    /// Only those whose next step is the company's own.
    pub waiting: bool,
    /// Words in the numbers, the summary or the buyer's name.
    pub q: Option<String>,
    /// The order.
    pub sort: Sort,
}

/// What the operator asks of all trades.
#[derive(Clone, Debug, Default)]
pub struct OperatorFilter {
    /// Only those in these states; empty for all.
    pub states: Vec<State>,
    /// Only those that are held, or only those that are not.
    pub hold: Option<bool>,
    /// Words in the numbers, the summary or the buyer's name.
    pub q: Option<String>,
    /// Only those of a shop.
    pub seller_id: Option<CompanyId>,
    /// Only those of a supplier.
    pub supplier_id: Option<CompanyId>,
    /// The order.
    pub sort: Sort,
}

/// The trades that a company may see.
pub async fn for_company(tx: &PlatformTx, company: CompanyId, filter: &CompanyFilter, page: &PageQuery) -> Result<Page<trade::Model>> {
    let sells = || Condition::all().add(Column::SellerId.eq(company));
    // A supplier that is another company sees a trade once its purchase order was issued.
    let supplies = || {
        let seen = Condition::any().add(Column::SellerId.eq(company)).add(Column::PoIssuedAt.is_not_null());
        Condition::all().add(Column::SupplierId.eq(company)).add(seen)
    };
    let party = match filter.role {
        Some(CompanyRole::Seller) => sells(),
        Some(CompanyRole::Supplier) => supplies(),
        None => Condition::any().add(sells()).add(supplies()),
    };
    let mut query = trade::Entity::find().filter(party);
    if filter.waiting {
        let waits = |role, party: Condition| party.add(Column::State.is_in(rules::waiting_for(role)));
        query = query.filter(Condition::any().add(waits(ActorKind::Seller, sells())).add(waits(ActorKind::Supplier, supplies())));
    }
    paged(tx, searched(query, &filter.states, filter.q.as_deref()), filter.sort, page).await
}

/// All trades.
pub async fn for_operator(tx: &PlatformTx, filter: &OperatorFilter, page: &PageQuery) -> Result<Page<trade::Model>> {
    let mut query = trade::Entity::find();
    match filter.hold {
        Some(true) => query = query.filter(Column::Hold.is_not_null()),
        Some(false) => query = query.filter(Column::Hold.is_null()),
        None => {}
    }
    if let Some(seller) = filter.seller_id {
        query = query.filter(Column::SellerId.eq(seller));
    }
    if let Some(supplier) = filter.supplier_id {
        query = query.filter(Column::SupplierId.eq(supplier));
    }
    paged(tx, searched(query, &filter.states, filter.q.as_deref()), filter.sort, page).await
}

fn searched(mut query: Select<trade::Entity>, states: &[State], q: Option<&str>) -> Select<trade::Entity> {
    if !states.is_empty() {
        query = query.filter(Column::State.is_in(states.iter().copied()));
    }
    if let Some(words) = q.map(str::trim).filter(|words| !words.is_empty()) {
        let like = || LikeExpr::new(format!("%{}%", words.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")));
        let found = Condition::any()
            .add(Expr::col(Column::Number).ilike(like()))
            .add(Expr::col(Column::OrderNumber).ilike(like()))
            .add(Expr::col(Column::Summary).ilike(like()))
            .add(Expr::col(Column::Buyer).cast_json_field("name").ilike(like()));
        query = query.filter(found);
    }
    query
}

/// Where a row stands in the order of a list.
#[derive(Serialize, Deserialize)]
struct Position {
    sort: Sort,
    at: DateTime<Utc>,
    id: TradeId,
}

fn key(sort: Sort) -> SimpleExpr {
    match sort {
        Sort::Newest | Sort::Oldest => Expr::col(Column::PaidAt),
        Sort::Due => Func::coalesce([Expr::col(Column::DueAt), Expr::val(never())]).into(),
        Sort::Updated => Expr::col(Column::UpdatedAt),
    }
}

/// A moment after every deadline, for trades in which nothing is owed: the end of the year 9999.
fn never() -> DateTime<Utc> {
    DateTime::from_timestamp(253_402_300_799, 0).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

fn position(sort: Sort, trade: &trade::Model) -> Position {
    let at = match sort {
        Sort::Newest | Sort::Oldest => trade.paid_at,
        Sort::Due => trade.due_at.unwrap_or_else(never),
        Sort::Updated => trade.updated_at,
    };
    Position { sort, at, id: trade.id }
}

async fn paged(tx: &PlatformTx, mut query: Select<trade::Entity>, sort: Sort, page: &PageQuery) -> Result<Page<trade::Model>> {
    let limit = page.limit()?;
    let order = if matches!(sort, Sort::Newest | Sort::Updated) { Order::Desc } else { Order::Asc };
    if let Some(after) = page.position::<Position>()? {
        if after.sort != sort {
            return Err(Problem::new(code::INVALID).field("cursor", "of_another_order"));
        }
        let here = Expr::tuple([key(sort), Expr::col(Column::Id)]);
        let there = Expr::tuple([Expr::val(after.at), Expr::val(after.id)]);
        query = query.filter(if order == Order::Desc { here.lt(there) } else { here.gt(there) });
    }
    let query = query.order_by(key(sort), order.clone()).order_by(Column::Id, order).limit(limit + 1);
    Ok(Page::from_surplus(tx.all(query).await?, limit, |trade| position(sort, trade)))
}

/// What waits for a company, by the step that is its own.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The step.
    pub action: Action,
    /// The role in which it is the company's own.
    pub role: CompanyRole,
    /// How many trades.
    pub count: i64,
    /// What they come to: goods and delivery for a seller, supply and delivery for a supplier.
    pub amount_minor: i64,
    /// The oldest.
    pub oldest_at: Option<DateTime<Utc>>,
    /// What is owed soonest.
    pub due_at: Option<DateTime<Utc>>,
}

#[derive(FromQueryResult)]
struct Group {
    state: State,
    count: i64,
    goods: i64,
    supply: i64,
    oldest_at: Option<DateTime<Utc>>,
    due_at: Option<DateTime<Utc>>,
}

/// What waits for a company, in the order of the flow.
pub async fn waiting_counts(tx: &PlatformTx, company: CompanyId) -> Result<Vec<Waiting>> {
    let mut waiting = Vec::new();
    for (role, actor, column) in
        [(CompanyRole::Seller, ActorKind::Seller, Column::SellerId), (CompanyRole::Supplier, ActorKind::Supplier, Column::SupplierId)]
    {
        let sum = |column: Column| Expr::col(column).add(Expr::col(Column::DeliveryMinor)).sum().cast_as("bigint");
        let query = trade::Entity::find()
            .select_only()
            .column(Column::State)
            .column_as(Column::Id.count(), "count")
            .column_as(sum(Column::GoodsMinor), "goods")
            .column_as(sum(Column::SupplyMinor), "supply")
            .column_as(Column::PaidAt.min(), "oldest_at")
            .column_as(Column::DueAt.min(), "due_at")
            .filter(column.eq(company))
            .filter(Column::State.is_in(rules::waiting_for(actor)))
            .group_by(Column::State);
        let groups: Vec<Group> = tx.all_as(query).await?;
        for state in State::iter() {
            let Some(group) = groups.iter().find(|group| group.state == state) else { continue };
            let own = rules::offered(state, &[actor]).into_iter().find(|action| !action.needs_reason());
            let Some(action) = own else { continue };
            waiting.push(Waiting {
                action,
                role,
                count: group.count,
                amount_minor: if role == CompanyRole::Seller { group.goods } else { group.supply },
                oldest_at: group.oldest_at,
                due_at: group.due_at,
            });
        }
    }
    Ok(waiting)
}

/// Whether a person has ever bought anything with their account.
pub async fn has_bought(tx: &PlatformTx, account: AccountId) -> Result<bool> {
    let query = trade::Entity::find().filter(trade::Column::BuyerAccountId.eq(account)).limit(1);
    Ok(tx.one(query).await?.is_some())
}
