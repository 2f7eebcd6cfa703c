//! What the platform charges: a rate for everybody, a plan, a category, a company, or a company's
//! category, each with its period.

use chrono::{DateTime, Utc};
use kernel::{AccountId, CompanyId, FeeRuleId};
use platform::{In, Platform};
use rust_decimal::Decimal;
use sea_orm::{Condition, QueryOrder, QuerySelect, entity::prelude::*};
use serde::{Deserialize, Serialize};

/// A row of `fee_rule`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, DeriveEntityModel)]
#[sea_orm(table_name = "fee_rule")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FeeRuleId,
    pub company_id: Option<CompanyId>,
    pub plan: Option<String>,
    pub category: Option<String>,
    #[sea_orm(column_type = "Decimal(Some((7, 6)))")]
    pub rate: Decimal,
    pub valid_from: DateTime<Utc>,
    pub valid_to: Option<DateTime<Utc>>,
    pub created_by: Option<AccountId>,
    pub created_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// The rules in force at a moment that could apply to a company; `plan` and `category` narrow it.
#[must_use]
pub fn in_force(company: CompanyId, plan: &str, category: Option<&str>, at: DateTime<Utc>) -> Select<Entity> {
    let category_matches = match category {
        Some(category) => Condition::any().add(Column::Category.is_null()).add(Column::Category.eq(category)),
        None => Condition::any().add(Column::Category.is_null()),
    };
    Entity::find()
        .filter(Column::ValidFrom.lte(at))
        .filter(Condition::any().add(Column::ValidTo.is_null()).add(Column::ValidTo.gt(at)))
        .filter(Condition::any().add(Column::CompanyId.is_null()).add(Column::CompanyId.eq(company)))
        .filter(Condition::any().add(Column::Plan.is_null()).add(Column::Plan.eq(plan)))
        .filter(category_matches)
        .limit(100)
}

/// The rules of one key, the latest first.
#[must_use]
pub fn of_key(company: Option<CompanyId>, plan: Option<&str>, category: Option<&str>) -> Select<Entity> {
    let same = |column: Column, value: Option<sea_orm::Value>| value.map_or_else(|| column.is_null(), |value| column.eq(value));
    Entity::find()
        .filter(same(Column::CompanyId, company.map(Into::into)))
        .filter(same(Column::Plan, plan.map(Into::into)))
        .filter(same(Column::Category, category.map(Into::into)))
        .order_by_desc(Column::ValidFrom)
        .limit(100)
}
