//! What a company's members do with the catalogue.

mod item_categories;
mod items;
mod listings;
mod media;
mod offers;
mod prices;
mod shop_categories;
mod variants;

pub use items::may_set_prices;

use utoipa_actix_web::service_config::ServiceConfig;

/// Mounts the company's face.
pub fn mount(config: &mut ServiceConfig) {
    item_categories::mount(config);
    shop_categories::mount(config);
    items::mount(config);
    variants::mount(config);
    prices::mount(config);
    media::mount(config);
    offers::mount(config);
    listings::mount(config);
}
