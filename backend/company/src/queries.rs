//! Reads of companies, their members and fees.

pub mod api_keys;
mod people;

pub use people::{
    Entitled, Membership, Standing, entitled, invitation_of, invitations, member, members, memberships, permissions_of, places, role_held, role_name,
    role_names, roles, standing,
};

use crate::{
    entity::{closure, company, domain, export, fee_rule, former_slug},
    rules,
};
use chrono::{DateTime, Duration, Utc};
use kernel::{CompanyId, ExportId, FeeRuleId, Page, PageQuery, Problem, Result};
use platform::PlatformTx;
use rust_decimal::Decimal;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, ExprTrait, Func},
};
use std::collections::HashMap;

/// A company.
pub async fn by_id(tx: &PlatformTx, id: CompanyId) -> Result<Option<company::Model>> {
    tx.one(company::Entity::find_by_id(id)).await
}

/// The company of a shop address.
pub async fn by_slug(tx: &PlatformTx, slug: &str) -> Result<Option<company::Model>> {
    tx.one(company::by_slug(slug)).await
}

/// Whether an address is a shop's, or leads to one from before.
pub async fn slug_taken(tx: &PlatformTx, slug: &str) -> Result<bool> {
    Ok(tx.one(company::by_slug(slug)).await?.is_some() || tx.one(former_slug::standing(slug, tx.now())).await?.is_some())
}

/// The addresses that a shop had before and that lead to it, the latest first.
pub async fn former_slugs(tx: &PlatformTx, id: CompanyId) -> Result<Vec<former_slug::Model>> {
    tx.all(former_slug::of_company(id, tx.now())).await
}

/// What was asked about leaving, if anything.
pub async fn closure(tx: &PlatformTx, id: CompanyId) -> Result<Option<closure::Model>> {
    tx.one(closure::Entity::find_by_id(id)).await
}

/// Those of some companies that want to leave or have left.
pub async fn closing(tx: &PlatformTx, ids: &[CompanyId]) -> Result<Vec<CompanyId>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = tx.all(closure::Entity::find().filter(closure::Column::CompanyId.is_in(ids.iter().copied()))).await?;
    Ok(rows.into_iter().map(|row| row.company_id).collect())
}

/// Companies that are due to be closed, after one of them.
pub async fn closures_due(tx: &PlatformTx, after: Option<CompanyId>, limit: u64) -> Result<Vec<closure::Model>> {
    tx.all(closure::due(tx.now(), after, limit)).await
}

/// Exports of a company, the newest first.
pub async fn exports(tx: &PlatformTx, company: CompanyId, page: &PageQuery) -> Result<Page<export::Model>> {
    let limit = page.limit()?;
    let rows = tx.all(export::of_company(company, page.position()?, limit + 1)).await?;
    Ok(Page::from_surplus(rows, limit, |row| row.id))
}

/// An export of a company. Error: not found.
pub async fn export(tx: &PlatformTx, company: CompanyId, id: ExportId) -> Result<export::Model> {
    tx.find(export::Entity::find_by_id(id).filter(export::Column::CompanyId.eq(company))).await
}

/// Exports of a company whose files are still there.
pub async fn exports_left(tx: &PlatformTx, company: CompanyId, limit: u64) -> Result<Vec<export::Model>> {
    tx.all(export::of_company(company, None, limit).filter(export::Column::State.eq(export::State::Ready))).await
}

/// Exports whose time is over.
pub async fn exports_over(tx: &PlatformTx, limit: u64) -> Result<Vec<export::Model>> {
    tx.all(export::over(tx.now(), limit)).await
}

/// The domain that a company has claimed, if any.
pub async fn own_domain(tx: &PlatformTx, id: CompanyId) -> Result<Option<domain::Model>> {
    tx.one(domain::Entity::find_by_id(id)).await
}

/// Domains whose record is to be looked at: proven ones after `again`, claimed ones of the last
/// month after a quarter of an hour.
pub async fn domains_due(tx: &PlatformTx, again: Duration, limit: u64) -> Result<Vec<domain::Model>> {
    let now = tx.now();
    let mut due = tx.all(domain::due(now - again, limit)).await?;
    due.extend(tx.all(domain::waiting(now - Duration::days(30), now - Duration::minutes(15), limit)).await?);
    Ok(due)
}

/// Companies by id; those that do not exist are missing.
pub async fn by_ids(tx: &PlatformTx, ids: &[CompanyId]) -> Result<HashMap<CompanyId, company::Model>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found = tx.all(company::Entity::find().filter(company::Column::Id.is_in(ids.iter().copied()))).await?;
    Ok(found.into_iter().map(|row| (row.id, row)).collect())
}

/// The rate of the fee in force: the most particular rule.
pub async fn fee_rate(tx: &PlatformTx, company: CompanyId, plan: &str, category: Option<&str>, at: DateTime<Utc>) -> Result<Decimal> {
    let rules = tx.all(fee_rule::in_force(company, plan, category, at)).await?;
    rules::most_particular(rules).map(|rule| rule.rate).ok_or_else(|| Problem::internal("no fee rule is in force"))
}

/// Verified companies in order of sign-up, after one of them.
pub async fn all_verified(tx: &PlatformTx, after: Option<CompanyId>, limit: u64) -> Result<Vec<company::Model>> {
    tx.all(company::after(after, limit).filter(company::Column::Status.eq(company::Status::Verified))).await
}

/// Companies that trade or have traded, so that money may be owed to them: verified ones and
/// those stopped since; in order of sign-up, after one of them.
pub async fn all_trading(tx: &PlatformTx, after: Option<CompanyId>, limit: u64) -> Result<Vec<company::Model>> {
    let trading = company::Column::Status.is_in([company::Status::Verified, company::Status::Suspended]);
    tx.all(company::after(after, limit).filter(trading)).await
}

/// Locks a company's row until the transaction ends, so that only one works for it at a time.
pub async fn lock(tx: &PlatformTx, id: CompanyId) -> Result<()> {
    tx.find(company::Entity::find_by_id(id).lock_exclusive()).await.map(drop)
}

/// The fee rules of the same company, plan and category, the latest to begin first.
pub async fn fee_rules_of(tx: &PlatformTx, company: Option<CompanyId>, plan: Option<&str>, category: Option<&str>) -> Result<Vec<fee_rule::Model>> {
    tx.all(fee_rule::of_key(company, plan, category)).await
}

/// The number of companies in a status.
pub async fn count(tx: &PlatformTx, status: company::Status) -> Result<u64> {
    tx.count(company::Entity::find().filter(company::Column::Status.eq(status))).await
}

/// Shops that may sell, in order of sign-up.
pub async fn shops(tx: &PlatformTx, page: &PageQuery) -> Result<Page<company::Model>> {
    let limit = page.limit()?;
    let query = selling(company::after(page.position()?, limit + 1));
    Ok(Page::from_surplus(tx.all(query).await?, limit, |row| row.id))
}

/// The addresses of shops that may sell, in order of sign-up, `limit` at most.
pub async fn shop_addresses(tx: &PlatformTx, limit: u64) -> Result<Vec<String>> {
    let rows = tx.all(selling(company::after(None, limit))).await?;
    Ok(rows.into_iter().map(|row| row.slug).collect())
}

fn selling(query: Select<company::Entity>) -> Select<company::Entity> {
    let has_shop = Expr::cust_with_values("functions @> $1::jsonb", [serde_json::json!(["shop"])]);
    query.filter(company::Column::Status.eq(company::Status::Verified)).filter(has_shop)
}

/// Companies for the operator, the newest first; `q` is part of a name, an address or a number.
pub async fn search(tx: &PlatformTx, status: Option<company::Status>, q: Option<&str>, page: &PageQuery) -> Result<Page<company::Model>> {
    let limit = page.limit()?;
    let mut query = company::Entity::find().order_by_desc(company::Column::Id).limit(limit + 1);
    if let Some(position) = page.position::<CompanyId>()? {
        query = query.filter(company::Column::Id.lt(position));
    }
    if let Some(status) = status {
        query = query.filter(company::Column::Status.eq(status));
    }
    if let Some(text) = q.map(str::trim).filter(|text| !text.is_empty()) {
        query = query.filter(matches(text));
    }
    Ok(Page::from_surplus(tx.all(query).await?, limit, |row| row.id))
}

/// Verified companies but `own`, by name; `q` is part of a name or of the shop's address. What is
/// not public, as the representative's name, finds nothing.
pub async fn others(tx: &PlatformTx, own: CompanyId, q: Option<&str>, ids: Option<&[CompanyId]>, page: &PageQuery) -> Result<Page<company::Model>> {
    use company::Column;
    let limit = page.limit()?;
    let mut query = company::Entity::find()
        .filter(Column::Status.eq(company::Status::Verified))
        .filter(Column::Id.ne(own))
        .order_by_asc(Column::Name)
        .order_by_asc(Column::Id)
        .limit(limit + 1);
    if let Some(ids) = ids {
        query = query.filter(Column::Id.is_in(ids.iter().copied()));
    }
    if let Some(text) = q.map(str::trim).filter(|text| !text.is_empty()) {
        query = query.filter(named(text));
    }
    if let Some((name, id)) = page.position::<(String, CompanyId)>()? {
        let same_name = Condition::all().add(Column::Name.eq(name.clone())).add(Column::Id.gt(id));
        query = query.filter(Condition::any().add(Column::Name.gt(name)).add(same_name));
    }
    Ok(Page::from_surplus(tx.all(query).await?, limit, |row| (row.name.clone(), row.id)))
}

fn matches(text: &str) -> Condition {
    named(text).add(contains(company::Column::Representative, text)).add(company::Column::BusinessNumber.eq(rules::business_number_digits(text)))
}

/// Part of a name or of the shop's address.
fn named(text: &str) -> Condition {
    use company::Column;
    [Column::Name, Column::NameEn, Column::Slug].into_iter().fold(Condition::any(), |any, column| any.add(contains(column, text)))
}

fn contains(column: company::Column, text: &str) -> Expr {
    let pattern = format!("%{}%", text.to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
    Expr::expr(Func::lower(Expr::col(column))).like(pattern)
}

/// Fee rules, the newest first.
pub async fn fee_rules(tx: &PlatformTx, page: &PageQuery) -> Result<Page<fee_rule::Model>> {
    let limit = page.limit()?;
    let mut query = fee_rule::Entity::find().order_by_desc(fee_rule::Column::Id).limit(limit + 1);
    if let Some(position) = page.position::<FeeRuleId>()? {
        query = query.filter(fee_rule::Column::Id.lt(position));
    }
    Ok(Page::from_surplus(tx.all(query).await?, limit, |row| row.id))
}
