//! Paying: the buyer's instrument goes to the provider; once it has captured the money, the trades
//! are opened at once.

use super::capture::complete;
use crate::{Flows, codes};
use kernel::{CompanyId, Problem, Result};
use payment::work::{PayAnswer, PayState};
use sales::{order::State as OrderState, queries::OrderFull};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What the buyer pays with: a sandbox card, or Stripe's payment method.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// A test card of the sandbox.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card: Option<Card>,
    /// A payment method that Stripe's page part made.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub payment_method: Option<String>,
}

/// A test card of the sandbox.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Digits, spaces allowed.
    #[schema(min_length = 12, max_length = 23, example = "4242 4242 4242 4242")]
    pub card_number: String,
    /// `MM/YY`.
    #[schema(example = "12/30")]
    pub expiry: String,
    /// Three or four digits.
    #[schema(min_length = 3, max_length = 4, example = "123")]
    pub cvc: String,
}

/// Pays an order of a shop. `slug` is the shop's address.
pub async fn pay(flows: &Flows, seller: CompanyId, slug: &str, full: &OrderFull, instrument: &Instrument) -> Result<PayAnswer> {
    match full.order.state {
        OrderState::PendingPayment if full.order.expires_at > flows.app.now() => {}
        OrderState::Paid => return Err(codes::ORDER_ALREADY_PAID.into()),
        _ => return Err(codes::ORDER_EXPIRED.into()),
    }
    let id = full.order.payment_id.ok_or(codes::ORDER_EXPIRED)?;
    let tx = flows.app.platform().await?;
    let payment = payment::queries::payment(&tx, id).await?;
    drop(tx);
    if payment.seller_id != seller {
        return Err(Problem::not_found());
    }
    let back = format!("{}/shop/{slug}/orders/{}", flows.app.config().public_url(), full.order.id);
    let instrument = match (&instrument.card, &instrument.payment_method) {
        (Some(card), None) => serde_json::to_value(card),
        (None, Some(_)) => serde_json::to_value(instrument),
        _ => return Err(Problem::invalid("card", "required")),
    };
    let answer = payment::work::pay(&flows.app, &flows.gateways, id, instrument.map_err(Problem::internal)?, back).await?;
    if answer.state == PayState::Captured
        && let Err(problem) = complete(flows, id).await
    {
        // The event that told of the capture does it again.
        tracing::warn!(payment = %id, %problem, "the trades could not be opened at once");
    }
    Ok(answer)
}
