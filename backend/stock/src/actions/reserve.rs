//! A checkout takes goods for a limited time.

use super::tell::tell;
use crate::{
    codes,
    entity::{level, reservation},
    events::ReservationDue,
};
use chrono::{DateTime, Utc};
use kernel::{OrderId, OrderLineId, Problem, Result, VariantId};
use platform::TenantTx;
use sea_orm::ActiveValue::Set;
use std::collections::{BTreeMap, HashMap};

/// A line of the order that wants goods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReserveLine {
    /// The line.
    pub order_line_id: OrderLineId,
    /// What it wants.
    pub variant_id: VariantId,
    /// How many; more than nothing.
    pub quantity: i32,
}

/// Reserves all the lines or none, until `expires_at`. A line that is reserved already is left as
/// it is. Error: [`codes::UNAVAILABLE`] with a field per line that cannot be had
/// (`lines.<index>.quantity`, reason `only_<available>`).
pub async fn reserve(tx: &TenantTx, order_id: OrderId, lines: &[ReserveLine], expires_at: DateTime<Utc>) -> Result<()> {
    if let Some(index) = lines.iter().position(|line| line.quantity <= 0) {
        return Err(Problem::invalid(format!("lines.{index}.quantity"), "out_of_range"));
    }
    let ids: Vec<_> = lines.iter().map(|line| line.order_line_id).collect();
    let known: HashMap<_, _> = reservation::lock(tx, &ids).await?.into_iter().map(|row| (row.order_line_id, row.state)).collect();
    let wanted: Vec<(usize, ReserveLine)> = lines
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, line)| known.get(&line.order_line_id).is_none_or(|state| *state == reservation::State::Released))
        .collect();
    if wanted.is_empty() {
        return Ok(());
    }
    take_all(tx, &wanted).await?;
    let mut rows = Vec::with_capacity(wanted.len());
    for (_, line) in &wanted {
        let row = reservation::ActiveModel {
            order_line_id: Set(line.order_line_id),
            order_id: Set(order_id),
            variant_id: Set(line.variant_id),
            quantity: Set(line.quantity),
            state: Set(reservation::State::Held),
            expires_at: Set(expires_at),
            updated_at: Set(tx.now()),
        };
        if known.contains_key(&line.order_line_id) {
            tx.update(row).await?;
        } else {
            rows.push(row);
        }
    }
    tx.insert_many(rows).await?;
    tx.emit_at(&ReservationDue { order_id }, expires_at).await?;
    Ok(())
}

/// Takes the goods of all the lines or of none. Variants are taken in the order of their ids, so
/// that two orders never wait for each other; the index of a line names it in a refusal.
pub(super) async fn take_all(tx: &TenantTx, lines: &[(usize, ReserveLine)]) -> Result<()> {
    let mut wanted: BTreeMap<VariantId, i32> = BTreeMap::new();
    for (index, line) in lines {
        let sum = wanted.entry(line.variant_id).or_default();
        *sum = sum.checked_add(line.quantity).ok_or_else(|| Problem::invalid(format!("lines.{index}.quantity"), "too_large"))?;
    }
    let mut taken = Vec::with_capacity(wanted.len());
    let mut missing = Vec::new();
    for (variant, quantity) in wanted {
        match level::take(tx, variant, quantity).await? {
            Some(after) => taken.push((variant, quantity, after.available)),
            None => missing.push(variant),
        }
    }
    if missing.is_empty() {
        for (variant, quantity, available) in taken {
            tell(tx, variant, available + quantity, available).await?;
        }
        return Ok(());
    }
    // Given back at once, so that none is taken even if the caller goes on in this transaction.
    for (variant, quantity, _) in taken {
        level::give_back(tx, variant, quantity).await?;
    }
    Err(unavailable(tx, lines, &missing).await?)
}

async fn unavailable(tx: &TenantTx, lines: &[(usize, ReserveLine)], missing: &[VariantId]) -> Result<Problem> {
    let levels = crate::queries::levels(tx, missing).await?;
    let left = |variant: &VariantId| levels.get(variant).map_or(0, |level| level.available().max(0));
    let problem =
        lines.iter().filter(|(_, line)| missing.contains(&line.variant_id)).fold(Problem::new(codes::UNAVAILABLE), |problem, (index, line)| {
            problem.field(format!("lines.{index}.quantity"), format!("only_{}", left(&line.variant_id)))
        });
    Ok(problem)
}
