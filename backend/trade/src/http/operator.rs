//! What the operator does with rules and documents.

use super::{
    body::{OperatorRules, PutOperatorRules},
    stored,
};
use crate::{
    actions::{self, NewRules},
    entity::operator_rule,
    queries,
};
use actix_web::{HttpResponse, get, put, web::Data};
use kernel::{Result, TradeId, need};
use platform::{
    App,
    http::{self, Body, IfMatch, Operator, PathId},
};
use utoipa_actix_web::service_config::ServiceConfig;

fn shape(row: &operator_rule::Model) -> OperatorRules {
    OperatorRules {
        auto_issue: row.auto_issue,
        auto_approve: row.auto_approve,
        confirm_after_days: row.confirm_after_days,
        updated_at: row.updated_at,
        version: row.version,
    }
}

/// Read the operator's rules.
#[utoipa::path(operation_id = "operator.rules.read", responses((status = 200, body = OperatorRules)))]
#[get("/operator/rules")]
async fn read(app: Data<App>, _who: Operator<need::ViewConsole>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let row = queries::rules(&tx).await?;
    Ok(http::versioned(row.version, &shape(&row)))
}

/// Set the operator's rules.
///
/// What happens by itself when every check passes, and after how many days of silence a purchase
/// counts as confirmed.
#[utoipa::path(operation_id = "operator.rules.set", params(("If-Match" = String, Header)), request_body = PutOperatorRules, responses((status = 200, body = OperatorRules)))]
#[put("/operator/rules")]
async fn set(app: Data<App>, who: Operator<need::ManagePlatform>, seen: IfMatch, body: Body<PutOperatorRules>) -> Result<HttpResponse> {
    let seen = seen.required()?;
    let Body { value, once } = body;
    let new = NewRules { auto_issue: value.auto_issue, auto_approve: value.auto_approve, confirm_after_days: value.confirm_after_days };
    let tx = app.platform().await?;
    let answer = once.run(who.account, tx, async |tx| Ok(shape(&actions::set_rules(tx, seen, new).await?))).await?;
    Ok(http::versioned(answer.version, &answer))
}

/// Read the document of a delivery confirmation.
#[utoipa::path(
    operation_id = "operator.trade_document.read",
    params(("id" = TradeId, Path)),
    responses((status = 200, content((inline(Vec<u8>) = "application/pdf"), (inline(Vec<u8>) = "image/png"), (inline(Vec<u8>) = "image/jpeg"))))
)]
#[get("/operator/trades/{id}/document")]
async fn document(app: Data<App>, _who: Operator<need::ViewConsole>, id: PathId<TradeId>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let found = queries::delivery_document(&tx, id.0, None).await?;
    drop(tx);
    let bytes = app.storage().get(found.document_key.as_deref().unwrap_or_default()).await?;
    Ok(stored::download(found.document_type.as_deref().unwrap_or_default(), found.document_name.as_deref().unwrap_or_default(), bytes))
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(read).service(set).service(document);
}
