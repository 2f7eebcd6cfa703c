//! Reads that cross contexts: first pages, queues, lists and details that join what several
//! contexts own. SELECT only; nothing here changes anything.

mod account;
mod audit;
mod balance;
mod console;
mod home;
mod names;
mod offers;
mod orders;
mod queue;
mod settlements;
mod shop;
mod stock_list;
mod trades;

pub use shop::{FirstPicture, FirstScreen, ShopHead, ShopPage, Words, shop_head, shop_sitemap, sitemap};

use utoipa_actix_web::service_config::ServiceConfig;

/// Mounts the views.
pub fn mount(config: &mut ServiceConfig) {
    account::mount(config);
    audit::mount(config);
    shop::mount(config);
    orders::mount(config);
    trades::mount(config);
    stock_list::mount(config);
    offers::mount(config);
    balance::mount(config);
    home::mount(config);
    console::mount(config);
    queue::mount(config);
    settlements::mount(config);
}
