//! The settlement run, started by a person.

use crate::{
    Flows,
    audit::SETTLEMENT_STARTED,
    money::settle::{Run, settlement_run},
};
use actix_web::{HttpResponse, post, web::Data};
use kernel::{Result, need};
use platform::{
    audit::Entry,
    http::{self, Body, Operator},
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

/// Whom to settle.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct StartRun {
    /// Settle every company now, whatever its cycle says.
    #[serde(default)]
    everyone: bool,
}

/// Run the settlement now.
#[utoipa::path(operation_id = "operator.settlement_run.start", request_body = StartRun, responses((status = 200, body = Run)))]
#[post("/operator/settlement-runs")]
async fn start(flows: Data<Flows>, _who: Operator<need::CanSettle>, body: Body<StartRun>) -> Result<HttpResponse> {
    // A run is many transactions; that somebody started it is written before the first.
    let tx = flows.app.platform().await?;
    tx.record(Entry::new(SETTLEMENT_STARTED, "settlement_run", "").changed(Value::Null, json!({"everyone": body.value.everyone}))).await?;
    tx.commit().await?;
    Ok(http::ok(&settlement_run(&flows, body.value.everyone).await?))
}

/// Mounts the operation.
pub fn mount(config: &mut ServiceConfig) {
    config.service(start);
}
