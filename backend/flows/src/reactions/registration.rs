//! Items become known to the operator, and what a supplier changes reaches the shops that list it.

use crate::Flows;
use catalog::events::{ItemRegistered, PriceDue};
use kernel::{Problem, Result};
use platform::Delivery;
use trade::registration::Registration;

/// Registers the item, as it now is, with the operator.
pub async fn register(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: ItemRegistered = delivery.read()?;
    let registration: Registration = serde_json::to_value(&event.0).and_then(serde_json::from_value).map_err(Problem::internal)?;
    let tx = flows.app.platform().await?;
    trade::actions::register_item(&tx, &registration).await?;
    tx.commit().await
}

/// Brings the listings of the companies that resell the item up to date; where the supply has
/// ended, or is no longer open to a company, its listing ends.
pub async fn follow(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: ItemRegistered = delivery.read()?;
    let snapshot = &event.0;
    let tx = flows.app.platform().await?;
    let sellers = trade::queries::sellers_of(&tx, snapshot.registered_item_id).await?;
    drop(tx);
    for seller in sellers.into_iter().filter(|seller| *seller != snapshot.supplier_id) {
        let tx = flows.app.tenant(seller).await?;
        if tx.first_time(delivery.id, "catalog.follow_supplier").await? {
            if snapshot.is_open_to(seller) {
                catalog::actions::follow_snapshot(&tx, snapshot).await?;
            } else {
                catalog::actions::unlist(&tx, snapshot.registered_item_id, true).await?;
            }
            tx.commit().await?;
        }
        if !snapshot.is_open_to(seller) {
            let tx = flows.app.platform().await?;
            trade::actions::end_contract(&tx, seller, snapshot.registered_item_id).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}

/// A price that was set for later begins to run.
pub async fn price_due(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: PriceDue = delivery.read()?;
    let company = delivery.company.ok_or_else(|| Problem::internal("an item without a company"))?;
    let tx = flows.app.tenant(company).await?;
    if tx.first_time(delivery.id, "catalog.register_again").await? {
        catalog::actions::register_again(&tx, event.item_id).await?;
        tx.commit().await?;
    }
    Ok(())
}
