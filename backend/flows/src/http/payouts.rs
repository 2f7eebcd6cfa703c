//! The operator pays a company through the payment provider.

use super::Nothing;
use crate::{Flows, money::provider_transfer::pursue};
use actix_web::{HttpResponse, post, web::Data};
use kernel::{PayoutId, Problem, Result, need};
use ledger::{PayoutState, http::body::Payout};
use platform::http::{self, Body, Operator, PathId, Recent};
use utoipa_actix_web::service_config::ServiceConfig;

/// Pay a payout through the payment provider.
///
/// The provider transfers it out of what it owes the operator. Where the provider gives no answer,
/// the payout is `transferring` until the provider has said what became of it; nothing is paid
/// twice. Where the provider refuses, the payout waits again and keeps the reason.
#[utoipa::path(operation_id = "operator.payout.transfer", params(("id" = PayoutId, Path)), request_body = Nothing, responses((status = 200, body = Payout)))]
#[post("/operator/payouts/{id}/provider-transfer")]
async fn transfer(
    flows: Data<Flows>,
    who: Operator<need::CanSettle>,
    _recent: Recent,
    id: PathId<PayoutId>,
    body: Body<Nothing>,
) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    let provider = flows.gateways.current().name();
    let begun = body
        .once
        .run(who.account, tx, async |tx| {
            ledger::payout::begin_transfer(tx, id.0, provider).await?;
            Ok(Nothing {})
        })
        .await;
    begun?;
    let payout = pursue(&flows, id.0).await?;
    match &payout.transfer_error {
        Some(reason) if payout.state == PayoutState::Pending => Err(Problem::new(payment::TRANSFER_REFUSED).detail(reason.clone())),
        _ => Ok(http::versioned(payout.version, &Payout::from(payout))),
    }
}

/// Mounts the operation.
pub fn mount(config: &mut ServiceConfig) {
    config.service(transfer);
}
