//! Setting a price from a moment on, for good or for a period. What was charged before stays on
//! record; the database's exclusion constraint stands behind the rule that is checked here.

use super::register::{locked_active, touched};
use crate::{
    audit, codes,
    entity::{PriceKind, price, variant},
    events::PriceDue,
    http::body::NewPrice,
    queries::prices::MARKET,
    rules::{
        check::Checks,
        period::{self, Change, Period, Refusal},
    },
};
use chrono::{DateTime, Utc};
use kernel::{AccountId, ItemId, PriceId, Problem, Result, VariantId};
use platform::{TenantTx, audit::Entry};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde_json::{Value, json};

/// Sets a price. Errors: invalid fields, a moment in the past, a planned price within the period.
pub async fn set_price(tx: &TenantTx, by: AccountId, id: VariantId, new: &NewPrice) -> Result<price::Model> {
    if new.amount.currency != MARKET {
        return Err(Problem::new(codes::PRICE_CURRENCY).field("amount.currency", "mixed"));
    }
    let mut checks = Checks::default();
    checks.price("amount", new.amount, MARKET);
    checks.done()?;
    let variant = tx.find(variant::Entity::find_by_id(id)).await?;
    let item = locked_active(tx, variant.item_id).await?;
    let row = write(tx, by, item.id, id, new).await?;
    if row.valid_from <= tx.now() {
        touched(tx, item).await?;
    }
    Ok(row)
}

/// Writes a checked price of a variant whose item is locked, and asks to be told when it begins
/// and ends; the item is not registered anew here.
pub(super) async fn write(tx: &TenantTx, by: AccountId, item: ItemId, variant: VariantId, new: &NewPrice) -> Result<price::Model> {
    let asked = period::asked(new.valid_from, new.valid_to, tx.now()).map_err(refused)?;
    let standing = standing(tx, variant, new.kind, asked).await?;
    let periods: Vec<Period> = standing.iter().map(|row| Period { from: row.valid_from, to: row.valid_to }).collect();
    let running = standing.iter().find(|row| row.valid_from <= asked.from);
    let before = running.map_or(Value::Null, |row| audit::price(row.kind, row.currency.minor(row.amount_minor)));
    if let Some(change) = period::place(&periods, asked).map_err(refused)? {
        give_way(tx, standing, change, asked).await?;
    }
    let row = price::ActiveModel {
        id: Set(PriceId::new()),
        variant_id: Set(variant),
        kind: Set(new.kind),
        currency: Set(new.amount.currency),
        amount_minor: Set(new.amount.minor),
        valid_from: Set(asked.from),
        valid_to: Set(asked.to),
        created_by: Set(Some(by)),
        created_at: Set(tx.now()),
    };
    let row = tx.insert(row).await?;
    let mut after = audit::price(new.kind, new.amount);
    after["valid_from"] = json!(asked.from);
    after["valid_to"] = json!(asked.to);
    let of = tx.find(variant::Entity::find_by_id(variant)).await?;
    tx.record(Entry::new(audit::PRICE_SET, variant, &of.sku).changed(before, after)).await?;
    for at in [Some(asked.from), asked.to].into_iter().flatten().filter(|at| *at > tx.now()) {
        tx.emit_at(&PriceDue { item_id: item, at }, at).await?;
    }
    Ok(row)
}

/// The prices that hold at or after the moment at which a new one begins.
async fn standing(tx: &TenantTx, variant: VariantId, kind: PriceKind, asked: Period) -> Result<Vec<price::Model>> {
    let ahead = Condition::any().add(price::Column::ValidTo.is_null()).add(price::Column::ValidTo.gt(asked.from));
    let query = price::Entity::find().filter(price::Column::VariantId.eq(variant)).filter(price::Column::Kind.eq(kind)).filter(ahead);
    tx.all(query).await
}

/// When the next planned price of a kind begins.
pub(super) async fn next_planned(tx: &TenantTx, variant: VariantId, kind: PriceKind) -> Result<Option<DateTime<Utc>>> {
    let query = price::Entity::find()
        .filter(price::Column::VariantId.eq(variant))
        .filter(price::Column::Kind.eq(kind))
        .filter(price::Column::ValidFrom.gt(tx.now()))
        .order_by_asc(price::Column::ValidFrom);
    Ok(tx.one(query).await?.map(|row| row.valid_from))
}

/// Ends, replaces or interrupts the price that runs when the new one begins.
async fn give_way(tx: &TenantTx, mut standing: Vec<price::Model>, change: Change, asked: Period) -> Result<()> {
    let running = standing.swap_remove(change.index);
    let resumed = change.resumes.map(|period| price::ActiveModel {
        id: Set(PriceId::new()),
        valid_from: Set(period.from),
        valid_to: Set(period.to),
        ..running.clone().into()
    });
    if change.replaced {
        tx.delete_many(price::Entity::delete_many().filter(price::Column::Id.eq(running.id))).await?;
    } else {
        let mut row = running.into_active_model();
        row.valid_to = Set(Some(asked.from));
        tx.update(row).await?;
    }
    if let Some(resumed) = resumed {
        tx.insert(resumed.reset_all()).await?;
    }
    Ok(())
}

fn refused(refusal: Refusal) -> Problem {
    match refusal {
        Refusal::Empty => Problem::invalid("valid_to", "before_from"),
        Refusal::Past => Problem::invalid("valid_from", "in_the_past"),
        Refusal::Planned(at) => Problem::new(codes::PRICE_OVERLAP)
            .detail(format!("a price is planned from {}; end this one there", at.to_rfc3339()))
            .field("valid_to", "overlaps"),
    }
}
