//! Stock levels begin with a variant, and what is available is told to every shop that lists it.

use crate::Flows;
use catalog::events::VariantAdded;
use kernel::{Problem, Result};
use platform::Delivery;
use stock::StockChanged;

/// A new variant gets its stock level.
pub async fn open(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: VariantAdded = delivery.read()?;
    let company = delivery.company.ok_or_else(|| Problem::internal("a variant without a company"))?;
    let tx = flows.app.tenant(company).await?;
    if tx.first_time(delivery.id, "stock.open_level").await? {
        stock::actions::open_level(&tx, event.variant_id, event.opening_stock).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Shops show what is available as last heard; the reservation decides. Setting it again is
/// harmless, so it is not marked as done.
pub async fn changed(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: StockChanged = delivery.read()?;
    let supplier = delivery.company.ok_or_else(|| Problem::internal("stock without a company"))?;
    let tx = flows.app.tenant(supplier).await?;
    let names = catalog::queries::items_by_variant(&tx, &[event.variant_id]).await?;
    drop(tx);
    let Some(item) = names.get(&event.variant_id).map(|names| names.item_id) else { return Ok(()) };
    let tx = flows.app.platform().await?;
    let mut shops = trade::queries::sellers_of(&tx, catalog::snapshot::registered_item_id(supplier, item)).await?;
    drop(tx);
    shops.push(supplier);
    for shop in shops {
        let tx = flows.app.tenant(shop).await?;
        catalog::actions::set_available(&tx, event.variant_id, event.available).await?;
        tx.commit().await?;
    }
    Ok(())
}
