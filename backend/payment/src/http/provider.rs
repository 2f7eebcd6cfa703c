//! What providers and payers at a provider's page send.

use super::body::{ChallengeAnswer, ChallengeDecision};
use crate::{Gateways, actions, codes, gateway::WebhookHeaders, queries, sandbox, sandbox::ChallengeFacts, work};
use actix_web::{
    HttpRequest, HttpResponse, get, post,
    web::{Data, Path},
};
use kernel::{Problem, Result, code};
use platform::{
    App,
    http::{self, Body, FileBody},
};
use utoipa_actix_web::service_config::ServiceConfig;

/// A webhook is a short note; a larger body is none.
const LARGEST_WEBHOOK: usize = 256 * 1024;

/// Receive a webhook of a payment provider.
///
/// The signature and its age are checked; a repetition is answered like the first. What it tells is
/// never believed: the provider is asked about the payment afterwards.
#[utoipa::path(
    operation_id = "open.webhook.receive",
    params(("gateway" = String, Path, description = "Name of the provider", example = "sandbox")),
    request_body(content = String, description = "The provider's body, as it was signed", content_type = "application/json"),
    responses((status = 204))
)]
#[post("/webhooks/{gateway}")]
async fn receive(app: Data<App>, gateways: Data<Gateways>, request: HttpRequest, gateway: Path<String>, body: FileBody) -> Result<HttpResponse> {
    if body.bytes.len() > LARGEST_WEBHOOK {
        return Err(code::TOO_LARGE.into());
    }
    let gateway = gateways.named(&gateway)?;
    let event = gateway.verify_webhook(&headers(&request), &body.bytes)?;
    if event.id.is_empty() || event.id.len() > 255 {
        return Err(Problem::new(codes::SIGNATURE_INVALID).detail("the event has no usable id"));
    }
    let tx = app.platform().await?;
    actions::receive_webhook(&tx, gateway.name(), &event).await?;
    tx.commit().await?;
    Ok(http::no_content())
}

fn headers(request: &HttpRequest) -> WebhookHeaders {
    request.headers().iter().filter_map(|(name, value)| Some((name.as_str().to_owned(), value.to_str().ok()?.to_owned()))).collect()
}

/// Show a payer's extra step at the sandbox provider.
#[utoipa::path(
    operation_id = "open.sandbox_challenge.read",
    params(("ref" = String, Path, description = "The sandbox's reference of the charge")),
    responses((status = 200, body = ChallengeFacts))
)]
#[get("/sandbox/challenges/{ref}")]
async fn show(app: Data<App>, reference: Path<String>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    Ok(http::ok(&sandbox::challenge(&tx, &reference).await?))
}

/// Take a payer's extra step at the sandbox provider.
#[utoipa::path(
    operation_id = "open.sandbox_challenge.decide",
    params(("ref" = String, Path, description = "The sandbox's reference of the charge")),
    request_body = ChallengeDecision,
    responses((status = 200, body = ChallengeAnswer))
)]
#[post("/sandbox/challenges/{ref}")]
async fn decide(app: Data<App>, gateways: Data<Gateways>, reference: Path<String>, body: Body<ChallengeDecision>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let outcome = body.value.outcome;
    let decided = async |tx: &mut platform::PlatformTx| Ok(ChallengeAnswer { return_url: sandbox::decide(tx, &reference, outcome).await? });
    let answer = body.once.run(format!("sandbox:{reference}"), tx, decided).await?;
    learn(&app, &gateways, &reference).await;
    Ok(http::ok(&answer))
}

/// The payer comes back at once, so the outcome is looked up at once. Should that fail, the webhook
/// that is already due brings it.
async fn learn(app: &App, gateways: &Gateways, reference: &str) {
    let looked_up = async {
        let tx = app.platform().await?;
        let payment = queries::by_provider_ref(&tx, sandbox::NAME, reference).await?;
        tx.commit().await?;
        if let Some(payment) = payment {
            work::refresh(app, gateways, &payment).await?;
        }
        Ok::<(), Problem>(())
    };
    if let Err(problem) = looked_up.await {
        tracing::warn!(%problem, reference, "the outcome of an extra step is left to the webhook");
    }
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(receive).service(show).service(decide);
}
