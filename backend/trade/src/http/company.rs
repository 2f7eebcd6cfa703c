//! What a company does with documents.

use super::{body::FileView, stored};
use crate::{actions, queries};
use actix_web::{HttpResponse, get, post, web::Data};
use kernel::{Result, TradeId, need};
use platform::{
    App,
    http::{self, FileBody, Member, PathId, Query},
};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct UploadQuery {
    /// The file's name, for people.
    #[param(example = "납품확인서.pdf")]
    name: Option<String>,
}

/// Upload a document.
///
/// A PDF, PNG or JPEG file of up to 10 MB; the content decides, not the name. Its id is named when
/// a delivery confirmation is filed.
#[utoipa::path(
    operation_id = "company.file.upload",
    params(UploadQuery),
    request_body(content = inline(Vec<u8>), content_type = "application/octet-stream"),
    responses((status = 201, body = FileView))
)]
#[post("/company/files")]
async fn upload(app: Data<App>, who: Member<need::ManageSupply>, query: Query<UploadQuery>, file: FileBody) -> Result<HttpResponse> {
    let new = stored::examine(who.company, query.0.name.as_deref(), &file.bytes)?;
    app.storage().put(&new.key, file.bytes.clone()).await?;
    let tx = app.platform().await?;
    let answer = file
        .once
        .run(who.account, tx, async |tx| {
            let row = actions::add_document(tx, who.company, new).await?;
            Ok(FileView { id: row.id, name: row.name, media_type: row.media_type, sha256: row.sha256, size: row.size })
        })
        .await?;
    Ok(http::created(&answer))
}

/// Read the document of a delivery confirmation.
#[utoipa::path(
    operation_id = "company.trade_document.read",
    params(("id" = TradeId, Path)),
    responses((status = 200, content((inline(Vec<u8>) = "application/pdf"), (inline(Vec<u8>) = "image/png"), (inline(Vec<u8>) = "image/jpeg"))))
)]
#[get("/company/trades/{id}/document")]
async fn document(app: Data<App>, who: Member<need::ViewWorkspace>, id: PathId<TradeId>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let found = queries::delivery_document(&tx, id.0, Some(who.company)).await?;
    drop(tx);
    let bytes = app.storage().get(found.document_key.as_deref().unwrap_or_default()).await?;
    Ok(stored::download(found.document_type.as_deref().unwrap_or_default(), found.document_name.as_deref().unwrap_or_default(), bytes))
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(upload).service(document);
}
