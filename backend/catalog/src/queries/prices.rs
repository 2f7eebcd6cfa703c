//! The prices of a moment.

use crate::entity::{PriceKind, price};
use chrono::{DateTime, Utc};
use kernel::{Currency, Money, Result, VariantId};
use platform::TenantTx;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use std::collections::HashMap;

/// The currency of the market in which companies are signed up; the first one is Korea.
pub const MARKET: Currency = Currency::KRW;

/// The prices of some variants at one moment.
#[derive(Debug, Default)]
pub struct Prices(HashMap<(VariantId, PriceKind), Money>);

impl Prices {
    /// The price of a kind, if there is one.
    pub fn of(&self, variant: VariantId, kind: PriceKind) -> Option<Money> {
        self.0.get(&(variant, kind)).copied()
    }

    /// The price of a kind in minor units; nothing where there is none.
    pub fn minor(&self, variant: VariantId, kind: PriceKind) -> i64 {
        self.of(variant, kind).map_or(0, |price| price.minor)
    }
}

/// The prices that hold at a moment.
pub async fn at(tx: &TenantTx, variants: &[VariantId], moment: DateTime<Utc>) -> Result<Prices> {
    if variants.is_empty() {
        return Ok(Prices::default());
    }
    let holds = Condition::all()
        .add(price::Column::VariantId.is_in(variants.iter().copied()))
        .add(price::Column::ValidFrom.lte(moment))
        .add(Condition::any().add(price::Column::ValidTo.is_null()).add(price::Column::ValidTo.gt(moment)));
    let rows = tx.all(price::Entity::find().filter(holds)).await?;
    Ok(Prices(rows.into_iter().map(|row| ((row.variant_id, row.kind), row.currency.minor(row.amount_minor))).collect()))
}
