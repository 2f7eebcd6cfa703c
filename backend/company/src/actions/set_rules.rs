//! A company sets what happens by itself, and what its delivery costs.

use super::{changing, locked, store};
use crate::{audit, entity::company, rules::Fields};
use kernel::{CompanyId, Money, Result};
use platform::PlatformTx;
use sea_orm::Set;
use serde::Deserialize;
use utoipa::ToSchema;

/// The largest delivery fee and the largest amount from which delivery is free.
const LARGEST_MINOR: i64 = 100_000_000;

/// A company's rules.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CompanyRules {
    /// Request the purchase order as soon as an order is paid.
    pub auto_request: bool,
    /// Accept purchase orders as soon as they arrive.
    pub auto_accept: bool,
    /// What one delivery costs its buyer.
    pub delivery_fee: Money,
    /// The goods amount from which delivery is free.
    pub free_delivery_from: Option<Money>,
}

/// Sets a company's rules.
pub async fn set_rules(tx: &PlatformTx, id: CompanyId, seen: i64, new: CompanyRules) -> Result<company::Model> {
    let row = locked(tx, id, Some(seen)).await?;
    let mut fields = Fields::default();
    amount(&mut fields, "delivery_fee", new.delivery_fee, &row);
    if let Some(from) = new.free_delivery_from {
        amount(&mut fields, "free_delivery_from", from, &row);
    }
    fields.verdict()?;
    let before = audit::company_rules(&row);
    let mut change = changing(row, tx.now());
    change.delivery_rule_set_at = Set(Some(tx.now()));
    change.auto_request = Set(new.auto_request);
    change.auto_accept = Set(new.auto_accept);
    change.delivery_fee_minor = Set(new.delivery_fee.minor);
    change.free_delivery_from_minor = Set(new.free_delivery_from.map(|from| from.minor));
    let row = store(tx, change).await?;
    tx.record(audit::about(audit::RULES_SET, &row).changed(before, audit::company_rules(&row))).await?;
    Ok(row)
}

fn amount(fields: &mut Fields, field: &str, amount: Money, company: &company::Model) {
    if amount.currency != company.currency {
        fields.fault(field, "currency");
    }
    if !(0..=LARGEST_MINOR).contains(&amount.minor) {
        fields.fault(field, "out_of_range");
    }
}
