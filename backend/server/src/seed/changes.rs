//! What companies change while they trade: stock comes in, prices move.

use super::{
    goods::Made,
    world::{Place, World},
};
use catalog::{actions, entity::PriceKind, http::body::NewPrice};
use chrono::Duration;
use kernel::{Currency, Problem, Result, Role, VariantId};
use stock::actions::{Adjustment, Receipt, adjust, receive};

/// Under so many, a maker makes more.
const FEW: i32 = 45;
/// So many come in at once.
const LOAD: i32 = 90;

/// Makers fill their shelves.
pub(super) async fn fill(world: &World, made: &Made) -> Result<()> {
    for place in &world.companies {
        let own = variants(world, place, made);
        let who = place.person(Role::Production)?;
        let tx = world.app().tenant(place.id).await?;
        let levels = stock::queries::levels(&tx, &own).await?;
        for variant in own {
            if levels.get(&variant).is_some_and(|level| level.on_hand - level.reserved < FEW) {
                receive(&tx, who, variant, Receipt { quantity: LOAD, reason: Some("정기 입고".to_owned()) }).await?;
            }
        }
        tx.commit().await?;
    }
    Ok(())
}

/// The variants that a company makes, in the catalogue's order.
fn variants(world: &World, place: &Place, made: &Made) -> Vec<VariantId> {
    let own = world.catalog.items.iter().filter(|item| item.company == place.slug).flat_map(|item| &item.variants);
    own.filter_map(|variant| made.variants.get(&variant.sku)).copied().collect()
}

/// A count in the warehouse finds this many free units of a variant.
pub(super) async fn count(world: &World, made: &Made, company: &str, sku: &str, free: i32, reason: &str) -> Result<()> {
    let place = world.place(company)?;
    let variant = *made.variants.get(sku).ok_or_else(|| Problem::internal(format!("there is no {sku}")))?;
    let tx = world.app().tenant(place.id).await?;
    let level = stock::queries::level(&tx, variant).await?;
    let found = Adjustment { on_hand: level.reserved + free, reason: reason.to_owned(), seen: None };
    adjust(&tx, place.person(Role::Logistics)?, variant, found).await?;
    tx.commit().await
}

/// A price changes, for good or for some days.
pub(super) async fn price(world: &World, made: &Made, company: &str, sku: &str, kind: PriceKind, minor: i64, days: Option<i64>) -> Result<()> {
    let place = world.place(company)?;
    let variant = *made.variants.get(sku).ok_or_else(|| Problem::internal(format!("there is no {sku}")))?;
    let new = NewPrice { kind, amount: Currency::KRW.minor(minor), valid_from: None, valid_to: days.map(|days| world.now() + Duration::days(days)) };
    let tx = world.app().tenant(place.id).await?;
    actions::set_price(&tx, place.person(Role::Sales)?, variant, &new).await?;
    tx.commit().await
}
