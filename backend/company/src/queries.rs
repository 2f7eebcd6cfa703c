//! Reads of companies, their members and fees.

use crate::{
    entity::{company, fee_rule, member},
    rules,
};
use chrono::{DateTime, Utc};
use kernel::{AccountId, CompanyId, FeeRuleId, Page, PageQuery, Problem, Result, Role};
use platform::PlatformTx;
use rust_decimal::Decimal;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
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

/// Companies by id; those that do not exist are missing.
pub async fn by_ids(tx: &PlatformTx, ids: &[CompanyId]) -> Result<HashMap<CompanyId, company::Model>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found = tx.all(company::Entity::find().filter(company::Column::Id.is_in(ids.iter().copied()))).await?;
    Ok(found.into_iter().map(|row| (row.id, row)).collect())
}

/// The companies that a person belongs to, with the role in each; the oldest membership first.
pub async fn memberships(tx: &PlatformTx, account: AccountId) -> Result<Vec<(company::Model, Role)>> {
    let places = tx.all(member::of_account(account)).await?;
    let ids: Vec<CompanyId> = places.iter().map(|place| place.company_id).collect();
    let mut companies = by_ids(tx, &ids).await?;
    Ok(places.into_iter().filter_map(|place| companies.remove(&place.company_id).map(|company| (company, place.role))).collect())
}

/// A person's places in companies, the oldest first.
pub async fn places(tx: &PlatformTx, account: AccountId) -> Result<Vec<member::Model>> {
    tx.all(member::of_account(account)).await
}

/// A person's role in a company.
pub async fn role(tx: &PlatformTx, account: AccountId, company: CompanyId) -> Result<Option<Role>> {
    Ok(tx.one(member::place(account, company)).await?.map(|place| place.role))
}

/// The members of a company, the first one first.
pub async fn members(tx: &PlatformTx, company: CompanyId, page: &PageQuery) -> Result<Page<member::Model>> {
    let limit = page.limit()?;
    let rows = tx.all(member::of_company(company, page.position()?, limit + 1)).await?;
    Ok(Page::from_surplus(rows, limit, |row| row.id))
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

/// The latest fee rule of the same key: company, plan and category.
pub async fn latest_fee_rule(
    tx: &PlatformTx,
    company: Option<CompanyId>,
    plan: Option<&str>,
    category: Option<&str>,
) -> Result<Option<fee_rule::Model>> {
    tx.one(fee_rule::of_key(company, plan, category)).await
}

/// Whether a company has somebody other than `but` who has had a permission since before a moment.
pub async fn has_other_with(tx: &PlatformTx, company: CompanyId, but: AccountId, needs: kernel::Permission, before: DateTime<Utc>) -> Result<bool> {
    use sea_orm::Iterable;
    let roles = Role::iter().filter(|role| role.permissions().contains(&needs));
    let others = member::Entity::find()
        .filter(member::Column::CompanyId.eq(company))
        .filter(member::Column::AccountId.ne(but))
        .filter(member::Column::CreatedAt.lte(before))
        .filter(member::Column::Role.is_in(roles));
    Ok(tx.count(others).await? > 0)
}

/// Since when a person is a member of a company.
pub async fn member_since(tx: &PlatformTx, account: AccountId, company: CompanyId) -> Result<Option<DateTime<Utc>>> {
    Ok(tx.one(member::place(account, company)).await?.map(|place| place.created_at))
}

/// The number of companies in a status.
pub async fn count(tx: &PlatformTx, status: company::Status) -> Result<u64> {
    tx.count(company::Entity::find().filter(company::Column::Status.eq(status))).await
}

/// Shops that may sell, in order of sign-up.
pub async fn shops(tx: &PlatformTx, page: &PageQuery) -> Result<Page<company::Model>> {
    let limit = page.limit()?;
    let has_shop = Expr::cust_with_values("functions @> $1::jsonb", [serde_json::json!(["shop"])]);
    let query = company::after(page.position()?, limit + 1).filter(company::Column::Status.eq(company::Status::Verified)).filter(has_shop);
    Ok(Page::from_surplus(tx.all(query).await?, limit, |row| row.id))
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
