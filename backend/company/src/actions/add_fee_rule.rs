//! The operator sets a fee. Rules are never rewritten: a new one ends the one before it, so that
//! the rate of any past moment can still be told.

use crate::{
    audit, codes,
    entity::{company, fee_rule},
    rules::Fields,
};
use chrono::{DateTime, Duration, Utc};
use kernel::{AccountId, CompanyId, FeeRuleId, Result};
use platform::{PlatformTx, audit::Entry};
use rust_decimal::Decimal;
use sea_orm::{EntityTrait, IntoActiveModel, Set};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// A new fee rule.
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewFeeRule {
    /// For one company alone.
    pub company_id: Option<CompanyId>,
    /// For a plan.
    #[schema(max_length = 40, example = "standard")]
    pub plan: Option<String>,
    /// For a category of goods, by its shop address.
    #[schema(max_length = 60, example = "bread")]
    pub category: Option<String>,
    /// The rate; `0.03` is three per cent.
    #[schema(value_type = String, example = "0.030000")]
    pub rate: Decimal,
    /// From when on; at once unless told. Never in the past, because fees are frozen on orders.
    pub valid_from: Option<DateTime<Utc>>,
}

impl NewFeeRule {
    /// The rule as it would be kept. Error: fields at fault.
    pub fn checked(&self, now: DateTime<Utc>) -> Result<Self> {
        let from = self.valid_from.unwrap_or(now);
        let mut fields = Fields::default();
        let plan = fields.optional("plan", self.plan.as_deref(), 40);
        let category = fields.optional("category", self.category.as_deref(), 60);
        if self.rate < Decimal::ZERO || self.rate >= Decimal::ONE || self.rate.normalize().scale() > 6 {
            fields.fault("rate", "out_of_range");
        }
        // A caller's clock may be a little behind.
        if from < now - Duration::minutes(1) {
            fields.fault("valid_from", "past");
        }
        fields.verdict()?;
        Ok(Self { company_id: self.company_id, plan, category, rate: self.rate, valid_from: self.valid_from })
    }
}

/// Adds a fee rule; the running rule of the same key ends when this one begins. It is what one
/// person proposed and another approved.
pub async fn add_fee_rule(tx: &PlatformTx, by: AccountId, new: &NewFeeRule) -> Result<fee_rule::Model> {
    let now = tx.now();
    let NewFeeRule { company_id, plan, category, rate, valid_from } = new.checked(now)?;
    let from = valid_from.unwrap_or(now);
    if let Some(id) = company_id {
        tx.find(company::Entity::find_by_id(id)).await?;
    }
    let mut ends = None;
    let mut before = Value::Null;
    for rule in tx.all(fee_rule::of_key(company_id, plan.as_deref(), category.as_deref())).await? {
        if rule.valid_from == from {
            return Err(codes::FEE_RULE_EXISTS.into());
        }
        if rule.valid_from > from {
            ends = Some(rule.valid_from);
            continue;
        }
        if rule.valid_to.is_none_or(|to| to > from) {
            before = audit::fee(&rule);
            let mut change = rule.into_active_model();
            change.valid_to = Set(Some(from));
            tx.update(change).await?;
        }
        break;
    }
    let row = fee_rule::ActiveModel {
        id: Set(FeeRuleId::new()),
        company_id: Set(company_id),
        plan: Set(plan),
        category: Set(category),
        rate: Set(rate),
        valid_from: Set(from),
        valid_to: Set(ends),
        created_by: Set(Some(by)),
        created_at: Set(now),
    };
    let row = tx.insert(row).await?;
    let entry = Entry::new(audit::FEE_RULE_ADDED, row.id, "").changed(before, audit::fee(&row));
    tx.record(row.company_id.into_iter().fold(entry, Entry::of)).await?;
    Ok(row)
}
