//! What a page needs to know before it asks for anything else.

use actix_web::{HttpResponse, get, web::Data};
use kernel::{Currency, Result};
use platform::{App, http};
use serde::Serialize;
use utoipa::ToSchema;

/// The installation, as far as everyone may know it.
#[derive(Serialize, ToSchema)]
pub struct Meta {
    /// Which payment provider is at work.
    #[schema(example = "sandbox")]
    gateway: &'static str,
    /// Stripe's publishable key, where Stripe is at work.
    #[serde(skip_serializing_if = "Option::is_none")]
    stripe_publishable_key: Option<String>,
    /// The currency of new companies.
    currency: Currency,
    /// Version of this server.
    version: &'static str,
}

/// What this installation is.
#[utoipa::path(operation_id = "open.meta.read", responses((status = 200, body = Meta)))]
#[get("/meta")]
pub async fn read(app: Data<App>) -> Result<HttpResponse> {
    let payment = &app.config().payment;
    let stripe = !payment.stripe_secret_key.is_empty();
    Ok(http::ok(&Meta {
        gateway: if stripe { "stripe" } else { "sandbox" },
        stripe_publishable_key: stripe.then(|| payment.stripe_publishable_key.clone()),
        currency: Currency::KRW,
        version: env!("CARGO_PKG_VERSION"),
    }))
}
