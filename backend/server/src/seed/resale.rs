//! A shop that makes nothing lists what others offer, at its own prices.

use super::{
    goods::{self, Made},
    world::World,
};
use catalog::{
    actions::{ListOffered, OfferedPrice},
    snapshot::registered_item_id,
};
use kernel::{Currency, PageQuery, Problem, Result, Role};
use platform::Once;
use std::collections::HashMap;

/// Lists the offers that the catalogue names.
pub(super) async fn make(world: &mut World, made: &Made) -> Result<()> {
    for index in 0..world.companies.len() {
        let Some(place) = world.companies.get(index) else { continue };
        let Some(wanted) = world.catalog.resale.get(&place.slug) else { continue };
        let tx = world.app().tenant(place.id).await?;
        let page = PageQuery { limit: Some(100), ..PageQuery::default() };
        let shelves: HashMap<String, _> =
            catalog::queries::shop_categories(&tx, &page).await?.items.into_iter().map(|row| (row.slug, row.id)).collect();
        drop(tx);
        let who = place.person(Role::Sales)?;
        let mut shelf = Vec::new();
        for resale in wanted {
            let facts = world.catalog.items.iter().find(|item| item.code == resale.item).ok_or_else(Problem::not_found)?;
            let item = made.items.get(&resale.item).ok_or_else(Problem::not_found)?;
            let variant = |sku: &String| made.variants.get(sku).copied().ok_or_else(|| Problem::internal(format!("there is no {sku}")));
            let prices = resale
                .variants
                .iter()
                .map(|one| Ok(OfferedPrice { variant_id: variant(&one.supplier_sku)?, selling_price: Currency::KRW.minor(one.selling_price_minor) }));
            let wish = ListOffered {
                category_id: shelves.get(&resale.shop_category).copied(),
                variants: prices.collect::<Result<_>>()?,
                accept_loss: false,
            };
            let registered = registered_item_id(world.place(&facts.company)?.id, *item);
            let listing = flows::list_offer(world.flows(), place.id, registered, &wish, &Once::default(), who).await?;
            shelf.extend(goods::goods(&listing));
        }
        if let Some(place) = world.companies.get_mut(index) {
            place.shelf.extend(shelf);
        }
    }
    Ok(())
}
