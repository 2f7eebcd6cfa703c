//! The cart of a shop, across suppliers.

use super::tokens::CartToken;
use crate::{
    Flows,
    checkout::{CartView, Wanted, cart_view},
    codes,
};
use actix_web::{
    HttpResponse, delete, get, put,
    web::{Data, Path},
};
use kernel::{AccountId, Currency, Problem, Result};
use platform::{
    TenantTx,
    http::{self, Body, Shop, Visitor},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// How many of a variant.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CartQuantity {
    /// How many; 0 takes the line out.
    #[schema(minimum = 0, maximum = 999, example = 2)]
    quantity: i32,
}

/// See the cart.
#[utoipa::path(operation_id = "shop.cart.read", params(("shop" = String, Path), ("Madang-Cart" = Option<String>, Header, description = "Token of a guest's cart.")), responses((status = 200, body = CartView)))]
#[get("/shop/{shop}/cart")]
async fn read(flows: Data<Flows>, shop: Shop, who: Visitor, token: CartToken) -> Result<HttpResponse> {
    let tx = flows.app.tenant_at(&shop.tenant).await?;
    let cart = own(&tx, who.account, token.0.as_deref()).await?;
    let wanted = match &cart {
        Some(cart) => wanted(&tx, cart).await?,
        None => Vec::new(),
    };
    let view = cart_view(&flows, &tx, Currency::KRW, &wanted, None).await?;
    tx.commit().await?;
    Ok(http::ok(&view))
}

/// Put a line into the cart, or change how many.
#[utoipa::path(operation_id = "shop.cart_line.put", params(("shop" = String, Path), ("variant" = Uuid, Path, description = "Variant of a product of this shop."), ("Madang-Cart" = Option<String>, Header, description = "Token of a guest's cart.")), request_body = CartQuantity, responses((status = 200, body = CartView)))]
#[put("/shop/{shop}/cart/lines/{variant}")]
async fn put_line(
    flows: Data<Flows>,
    shop: Shop,
    path: Path<(String, String)>,
    who: Visitor,
    token: CartToken,
    body: Body<CartQuantity>,
) -> Result<HttpResponse> {
    let variant = variant(&path.1)?;
    change(&flows, &shop, who.account, token.0.as_deref(), variant, body.value.quantity).await
}

/// Take a line out of the cart.
#[utoipa::path(operation_id = "shop.cart_line.delete", params(("shop" = String, Path), ("variant" = Uuid, Path, description = "Variant of a product of this shop."), ("Madang-Cart" = Option<String>, Header, description = "Token of a guest's cart.")), responses((status = 200, body = CartView)))]
#[delete("/shop/{shop}/cart/lines/{variant}")]
async fn delete_line(flows: Data<Flows>, shop: Shop, path: Path<(String, String)>, who: Visitor, token: CartToken) -> Result<HttpResponse> {
    let variant = variant(&path.1)?;
    change(&flows, &shop, who.account, token.0.as_deref(), variant, 0).await
}

async fn change(flows: &Flows, shop: &Shop, account: Option<AccountId>, token: Option<&str>, variant: Uuid, quantity: i32) -> Result<HttpResponse> {
    let tx = flows.app.tenant_at(&shop.tenant).await?;
    if quantity > 0 {
        let found = catalog::queries::sellable(&tx, &[variant]).await?;
        let item = found.first().ok_or_else(Problem::not_found)?;
        if !item.on_sale {
            return Err(codes::LINE_NOT_ON_SALE.into());
        }
        if item.max_quantity.is_some_and(|most| quantity > most) {
            return Err(Problem::new(codes::LINE_QUANTITY).field("quantity", "too_many"));
        }
    }
    let (cart, fresh) = match own(&tx, account, token).await? {
        Some(cart) => (cart, None),
        None => {
            let (cart, token) = sales::actions::cart::open(&tx, account).await?;
            (cart, Some(token))
        }
    };
    sales::actions::cart::put_line(&tx, &cart, variant, quantity).await?;
    let lines = wanted(&tx, &cart).await?;
    let view = cart_view(flows, &tx, Currency::KRW, &lines, fresh).await?;
    tx.commit().await?;
    Ok(http::ok(&view))
}

/// The caller's cart; a guest's cart follows into the account.
pub async fn own(tx: &TenantTx, account: Option<AccountId>, token: Option<&str>) -> Result<Option<sales::cart::Model>> {
    if let Some(account) = account
        && let Some(guest) = sales::actions::cart::guest(tx, token).await?
        && guest.account_id.is_none()
    {
        return sales::actions::cart::adopt(tx, &guest, account).await.map(Some);
    }
    sales::actions::cart::find(tx, token, account).await
}

/// What is in a cart.
pub async fn wanted(tx: &TenantTx, cart: &sales::cart::Model) -> Result<Vec<Wanted>> {
    let lines = sales::actions::cart::lines(tx, cart).await?;
    Ok(lines.into_iter().map(|line| Wanted { variant: line.listing_variant_id, quantity: line.quantity }).collect())
}

fn variant(text: &str) -> Result<Uuid> {
    text.parse().map_err(|_| Problem::not_found())
}

/// Mounts the cart.
pub fn mount(config: &mut ServiceConfig) {
    config.service(read).service(put_line).service(delete_line);
}
