//! The HTTP operations of this context: the company's face, the shop's product list and pictures.

pub mod body;
mod company;
mod files;
mod shop;

/// A listing as the operations that join contexts answer it.
pub use crate::queries::listing as listing_view;
pub use body::Listing as ListingView;
pub use company::may_set_prices;

use utoipa_actix_web::service_config::ServiceConfig;

/// Mounts every operation.
pub fn mount(config: &mut ServiceConfig) {
    company::mount(config);
    shop::mount(config);
    files::mount(config);
}
