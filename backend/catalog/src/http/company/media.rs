//! Pictures of items.

use crate::{
    actions,
    http::body::{Media, MediaOrder},
};
use actix_web::{HttpResponse, delete, post, put, web::Data};
use kernel::{ItemId, MediaId, Result, need};
use platform::{
    App,
    http::{self, Body, FileBody, Member, PathId, Query},
};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

/// Pictures that a company may upload in an hour; decoding them costs more than reading them.
const PER_HOUR: u64 = 600;

/// What a picture shows.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct AltTexts {
    /// In Korean.
    alt: Option<String>,
    /// In English.
    alt_en: Option<String>,
}

/// The pictures of an item, in order.
#[derive(Serialize, Deserialize, ToSchema)]
struct MediaList {
    /// The pictures.
    items: Vec<Media>,
}

/// Upload a picture of an item: PNG, JPEG or WebP, judged by content.
///
/// Each side must have 64 to 10,000 pixels. It is stored in widths of 320, 800 and 1600 pixels.
#[utoipa::path(operation_id = "company.media.create", params(("id" = ItemId, Path), AltTexts),
    request_body(content(("image/png"), ("image/jpeg"), ("image/webp"))), responses((status = 201, body = Media)))]
#[post("/company/items/{id}/media")]
async fn create(
    app: Data<App>,
    who: Member<need::ManageCatalog>,
    id: PathId<ItemId>,
    texts: Query<AltTexts>,
    file: FileBody,
) -> Result<HttpResponse> {
    app.limiter().take(&format!("media:{}", who.company), PER_HOUR, Duration::from_secs(3600)).await?;
    let picture = actions::store_picture(&app, file.bytes.clone()).await?;
    let (alt, alt_en) = (texts.0.alt.unwrap_or_default(), texts.0.alt_en);
    let tx = app.tenant(who.company).await?;
    let work = async |tx: &mut platform::TenantTx| actions::add_media(tx, id.0, &picture, &alt, alt_en.as_deref()).await.map(Media::from);
    Ok(http::created(&file.once.run(who.account, tx, work).await?))
}

/// Delete a picture of an item.
#[utoipa::path(operation_id = "company.media.delete", params(("id" = MediaId, Path)), responses((status = 204)))]
#[delete("/company/media/{id}")]
async fn remove(app: Data<App>, who: Member<need::ManageCatalog>, id: PathId<MediaId>) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    actions::delete_media(&tx, id.0).await?;
    tx.commit().await?;
    Ok(http::no_content())
}

/// Put the pictures of an item in another order; the first is the cover.
#[utoipa::path(operation_id = "company.media.order", params(("id" = ItemId, Path)), request_body = MediaOrder, responses((status = 200, body = MediaList)))]
#[put("/company/items/{id}/media-order")]
async fn order(app: Data<App>, who: Member<need::ManageCatalog>, id: PathId<ItemId>, body: Body<MediaOrder>) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    let work = async |tx: &mut platform::TenantTx| {
        let rows = actions::order_media(tx, id.0, &body.value.ids).await?;
        Ok(MediaList { items: rows.into_iter().map(Media::from).collect() })
    };
    Ok(http::ok(&body.once.run(who.account, tx, work).await?))
}

pub fn mount(config: &mut ServiceConfig) {
    config.service(create).service(remove).service(order);
}
