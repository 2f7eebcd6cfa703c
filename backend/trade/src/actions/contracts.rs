//! Opens and ends the contract under which a company sells a registered item.

use crate::{
    codes::OFFER_CLOSED,
    contract::ContractKind,
    entity::{contract, registered_item},
};
use kernel::{CompanyId, ContractId, Problem, RegisteredItemId, Result};
use platform::PlatformTx;
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    EntityTrait,
};

/// The running contract of that kind; one of another kind is ended and a new one begun.
/// Errors: no such item of this supplier, or it is not offered to the seller.
pub async fn open_contract(
    tx: &PlatformTx,
    seller: CompanyId,
    supplier: CompanyId,
    item: RegisteredItemId,
    kind: ContractKind,
) -> Result<contract::Model> {
    let registered = tx.find(registered_item::Entity::find_by_id(item)).await?;
    if registered.supplier_id != supplier {
        return Err(Problem::not_found());
    }
    let is_own = seller == supplier;
    if is_own != (kind == ContractKind::Own) {
        return Err(Problem::new(OFFER_CLOSED).detail("a company's own goods are sold under an own contract, others never are"));
    }
    if !is_own && !registered.is_open_to(seller) {
        return Err(OFFER_CLOSED.into());
    }
    match tx.one(contract::running(seller, item)).await? {
        Some(running) if running.kind == kind => return Ok(running),
        Some(_) => {
            end_contract(tx, seller, item).await?;
        }
        None => {}
    }
    tx.insert(contract::ActiveModel {
        id: Set(ContractId::new()),
        seller_id: Set(seller),
        supplier_id: Set(supplier),
        registered_item_id: Set(item),
        kind: Set(kind),
        started_at: Set(tx.now()),
        ended_at: Set(None),
    })
    .await
}

/// Ends the running contract; `false` if none runs.
pub async fn end_contract(tx: &PlatformTx, seller: CompanyId, item: RegisteredItemId) -> Result<bool> {
    let Some(running) = tx.one(contract::running(seller, item)).await? else { return Ok(false) };
    tx.update(contract::ActiveModel { id: Unchanged(running.id), ended_at: Set(Some(tx.now())), ..Default::default() }).await?;
    Ok(true)
}
