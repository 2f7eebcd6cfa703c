//! Payments that wait for the operator: what came in is not what was asked for.

use super::Nothing;
use crate::{Flows, checkout};
use actix_web::{HttpResponse, post, web::Data};
use kernel::{PaymentId, Result, need};
use payment::actions::Decision;
use platform::http::{self, Body, Operator, PathId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

/// What is to become of a held payment.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Resolution {
    /// `refund`: all of it goes back; `accept`: the order stands, and only the surplus goes back.
    decision: Decision,
    /// Why.
    #[schema(min_length = 1, max_length = 500)]
    reason: String,
}

/// Decide on a held payment.
#[utoipa::path(operation_id = "operator.payment.resolve", params(("id" = PaymentId, Path)), request_body = Resolution, responses((status = 204)))]
#[post("/operator/payments/{id}/resolution")]
async fn resolve(flows: Data<Flows>, who: Operator<need::CanSettle>, id: PathId<PaymentId>, body: Body<Resolution>) -> Result<HttpResponse> {
    let reason = super::Reason { reason: body.value.reason.clone() }.checked()?;
    let tx = flows.app.platform().await?;
    let answer = body
        .once
        .run(who.account, tx, async |tx| {
            payment::actions::resolve(tx, id.0, body.value.decision, &reason).await?;
            Ok(Nothing {})
        })
        .await;
    answer?;
    checkout::complete(&flows, id.0).await?;
    Ok(http::no_content())
}

/// Mounts the operation.
pub fn mount(config: &mut ServiceConfig) {
    config.service(resolve);
}
