//! A distributor lists what a supplier offers: the contract on the platform, the listing in the
//! distributor's schema, with what is available at the supplier.

use crate::Flows;
use crate::codes;
use catalog::{actions::ListOffered, http::ListingView, snapshot::RegisteredSnapshot};
use kernel::{AccountId, CompanyId, Function, Problem, RegisteredItemId, Result, VariantId};
use platform::Once;
use std::collections::HashMap;

/// Lists an offer. The contract is opened first and again if this is repeated, so that a crash
/// between the two steps leaves nothing that cannot be resumed.
pub async fn list(flows: &Flows, company: CompanyId, id: RegisteredItemId, wish: &ListOffered, once: &Once, who: AccountId) -> Result<ListingView> {
    let tx = flows.app.platform().await?;
    let (item, version) = trade::queries::registered(&tx, id).await?.ok_or(codes::OFFER_NOT_OPEN)?;
    if item.supplier_id == company {
        return Err(codes::OFFER_IS_OWN.into());
    }
    let supplier = company::queries::by_id(&tx, item.supplier_id).await?;
    if !item.is_open_to(company) || !supplier.is_some_and(|supplier| supplier.has(Function::Supply)) {
        return Err(codes::OFFER_NOT_OPEN.into());
    }
    let snapshot: RegisteredSnapshot = convert(trade::registration::Registration::of(&item, &version)?)?;
    drop(tx);
    let variants: Vec<VariantId> = snapshot.variants.iter().map(|variant| variant.variant_id).collect();
    let tx = flows.app.tenant(item.supplier_id).await?;
    let levels = stock::queries::levels(&tx, &variants).await?;
    drop(tx);
    let available: HashMap<VariantId, i32> = levels.into_iter().map(|(id, level)| (id, level.on_hand - level.reserved)).collect();
    let tx = flows.app.platform().await?;
    trade::actions::open_contract(&tx, company, item.supplier_id, id, version.contract).await?;
    tx.commit().await?;
    let tx = flows.app.tenant(company).await?;
    let listed = once
        .run(who, tx, async |tx| {
            let listing =
                catalog::actions::list_offered(tx, &snapshot, version.contract.to_string().parse().map_err(Problem::internal)?, wish, &available)
                    .await?;
            catalog::http::listing_view(tx, listing.id).await
        })
        .await;
    if listed.is_err() {
        end_unused(flows, company, id).await?;
    }
    listed
}

/// Ends the listing and with it the contract.
pub async fn unlist(flows: &Flows, company: CompanyId, id: RegisteredItemId) -> Result<()> {
    let tx = flows.app.tenant(company).await?;
    catalog::actions::unlist(&tx, id, false).await?;
    tx.commit().await?;
    let tx = flows.app.platform().await?;
    trade::actions::end_contract(&tx, company, id).await?;
    tx.commit().await
}

/// A contract without a listing is of no use.
async fn end_unused(flows: &Flows, company: CompanyId, id: RegisteredItemId) -> Result<()> {
    let tx = flows.app.tenant(company).await?;
    let listed = catalog::queries::is_listed(&tx, id).await?;
    drop(tx);
    if listed {
        return Ok(());
    }
    let tx = flows.app.platform().await?;
    trade::actions::end_contract(&tx, company, id).await?;
    tx.commit().await
}

fn convert(registration: trade::registration::Registration) -> Result<RegisteredSnapshot> {
    serde_json::to_value(registration).and_then(serde_json::from_value).map_err(Problem::internal)
}
