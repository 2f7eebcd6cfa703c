//! The owners of a company take all of its data with them.

use super::body::{Empty, ListQuery};
use crate::{actions, codes, entity::export, queries};
use actix_web::{
    HttpResponse, get,
    http::header::{self, ContentDisposition, DispositionParam, DispositionType},
    post,
    web::Data,
};
use chrono::{DateTime, Utc};
use kernel::{ExportId, Page, Result, need};
use platform::{
    App,
    http::{self, Body, Member, PathId, Query, Recent},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

/// An export.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct Export {
    /// The export.
    id: ExportId,
    /// Where it stands.
    state: export::State,
    /// When it was asked for.
    asked_at: DateTime<Utc>,
    /// Tables that are packed.
    tables_done: i32,
    /// Tables there are.
    tables_total: i32,
    /// Rows that are packed.
    rows_done: i64,
    /// Size of the file in bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    size: Option<i64>,
    /// SHA-256 of the file, in hex.
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<String>,
    /// When it was ready.
    #[serde(skip_serializing_if = "Option::is_none")]
    ready_at: Option<DateTime<Utc>>,
    /// Until when it can be fetched.
    #[serde(skip_serializing_if = "Option::is_none")]
    ends_at: Option<DateTime<Utc>>,
}

impl From<export::Model> for Export {
    fn from(row: export::Model) -> Self {
        Self {
            id: row.id,
            state: row.state,
            asked_at: row.asked_at,
            tables_done: row.tables_done,
            tables_total: row.tables_total,
            rows_done: row.rows_done,
            size: row.size,
            sha256: row.sha256,
            ready_at: row.ready_at,
            ends_at: row.ends_at,
        }
    }
}

/// Ask for all data of the company in one file.
///
/// It is packed in the background; the format is described in `docs/export.md`.
#[utoipa::path(operation_id = "company.export.create", request_body = Empty, responses((status = 201, body = Export)))]
#[post("/company/exports")]
async fn create(app: Data<App>, who: Member<need::ManageCompany>, _recent: Recent, body: Body<Empty>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let ask = async |tx: &mut platform::PlatformTx| actions::ask_export(tx, who.company, who.account).await.map(Export::from);
    let export = body.once.run(who.account, tx, ask).await?;
    app.wake().worker();
    Ok(http::created(&export))
}

/// List the exports, the newest first.
#[utoipa::path(operation_id = "company.export.list", params(ListQuery), responses((status = 200, body = Page<Export>)))]
#[get("/company/exports")]
async fn list(app: Data<App>, who: Member<need::ManageCompany>, query: Query<ListQuery>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    Ok(http::ok(&queries::exports(&tx, who.company, &query.0.page()).await?.map(Export::from)))
}

/// Fetch the file of an export.
#[utoipa::path(operation_id = "company.export.fetch", params(("id" = ExportId, Path)), responses((status = 200, content_type = "application/zip", body = Vec<u8>)))]
#[get("/company/exports/{id}/file")]
async fn fetch(app: Data<App>, who: Member<need::ManageCompany>, id: PathId<ExportId>, _recent: Recent) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let row = queries::export(&tx, who.company, id.0).await?;
    let company = queries::by_id(&tx, who.company).await?.map(|company| company.slug).unwrap_or_default();
    drop(tx);
    if row.state != export::State::Ready {
        return Err(codes::EXPORT_NOT_READY.into());
    }
    let (size, bytes) = app.storage().stream(&row.key()).await?;
    let name = format!("{company}-{}.zip", row.asked_at.format("%Y-%m-%d"));
    Ok(HttpResponse::Ok()
        .content_type("application/zip")
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        // Packed already, and its length is told.
        .insert_header((header::CONTENT_ENCODING, "identity"))
        .insert_header(ContentDisposition { disposition: DispositionType::Attachment, parameters: vec![DispositionParam::Filename(name)] })
        .no_chunking(size)
        .streaming(bytes))
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(create).service(list).service(fetch);
}
