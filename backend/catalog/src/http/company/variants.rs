//! Variants.

use crate::{
    actions,
    http::body::{NewVariant, PatchVariant, Variant},
};
use actix_web::{HttpResponse, patch, post, web::Data};
use kernel::{ItemId, Result, VariantId, need};
use platform::{
    App,
    http::{self, Body, Member, PathId},
};
use utoipa_actix_web::service_config::ServiceConfig;

/// Add a variant to an item, with its first prices.
#[utoipa::path(operation_id = "company.variant.create", params(("id" = ItemId, Path)), request_body = NewVariant,
    responses((status = 201, body = Variant)))]
#[post("/company/items/{id}/variants")]
async fn create(app: Data<App>, who: Member<need::ManageCatalog>, id: PathId<ItemId>, body: Body<NewVariant>) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    let made = body.once.run(who.account, tx, async |tx| actions::add_variant(tx, who.account, id.0, &body.value).await).await?;
    Ok(http::created(&made))
}

/// Change a variant.
#[utoipa::path(operation_id = "company.variant.update", params(("id" = VariantId, Path)), request_body = PatchVariant,
    responses((status = 200, body = Variant)))]
#[patch("/company/variants/{id}")]
async fn update(app: Data<App>, who: Member<need::ManageCatalog>, id: PathId<VariantId>, body: Body<PatchVariant>) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    let variant = body.once.run(who.account, tx, async |tx| actions::update_variant(tx, id.0, &body.value).await).await?;
    Ok(http::ok(&variant))
}

pub fn mount(config: &mut ServiceConfig) {
    config.service(create).service(update);
}
