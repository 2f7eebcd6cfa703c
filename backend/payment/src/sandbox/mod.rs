//! The built-in provider: it behaves as a real one does, on cards that name their behaviour, and
//! keeps its own records. No money moves.

mod cards;
mod challenge;
mod charge;
mod transfer;
mod webhook;

pub use cards::{Behaviour, Card};
pub use challenge::{ChallengeFacts, ChallengeOutcome, challenge, decide};
pub use webhook::{SIGNATURE_HEADER, due_webhooks, webhook_sent};

use crate::{
    ChargeState, Gateway, Intent, Outcome, PayRequest, ProviderEvent, ProviderState, RefundOutcome, RefundRequest, Started, TransferOrder,
    TransferOutcome, WebhookHeaders,
    entity::sandbox_charge::{self, State},
};
use async_trait::async_trait;
use kernel::Result;
use platform::App;
use sea_orm::EntityTrait;
use serde_json::json;

/// Its name.
pub const NAME: &str = "sandbox";

/// The sandbox provider.
pub struct Sandbox {
    app: App,
}

impl Sandbox {
    /// The provider of an installation.
    #[must_use]
    pub const fn new(app: App) -> Self {
        Self { app }
    }

    async fn records(&self, provider_ref: &str) -> Result<sandbox_charge::Model> {
        let tx = self.app.platform().await?;
        let charge = tx.find(sandbox_charge::Entity::find_by_id(provider_ref)).await?;
        tx.commit().await?;
        Ok(charge)
    }
}

fn state_of(charge: &sandbox_charge::Model) -> ProviderState {
    let state = match charge.state {
        State::Open => ChargeState::Open,
        State::Challenge => ChargeState::Processing,
        State::Captured => ChargeState::Captured,
        State::Declined => ChargeState::Declined,
        State::Cancelled => ChargeState::Cancelled,
    };
    ProviderState {
        state,
        captured_minor: if charge.state == State::Captured { charge.amount_minor } else { 0 },
        refunded_minor: charge.refunded_minor,
        currency: charge.currency,
        failure: charge.decline.clone(),
    }
}

#[async_trait]
impl Gateway for Sandbox {
    fn name(&self) -> &'static str {
        NAME
    }

    async fn start(&self, intent: &Intent) -> Result<Started> {
        let tx = self.app.platform().await?;
        let charge = charge::open(&tx, &intent.payment_id.to_string(), intent.amount).await?;
        tx.commit().await?;
        Ok(Started { client: json!({"ref": charge.reference, "test_cards": cards::list()}), provider_ref: charge.reference })
    }

    async fn pay(&self, request: &PayRequest) -> Result<Outcome> {
        let card = Card::read(&request.instrument)?;
        let tx = self.app.platform().await?;
        let outcome = charge::pay(&tx, &self.app.config().public_url(), request, &card).await?;
        tx.commit().await?;
        Ok(outcome)
    }

    async fn look_up(&self, provider_ref: &str) -> Result<ProviderState> {
        self.records(provider_ref).await.map(|charge| state_of(&charge))
    }

    async fn cancel(&self, provider_ref: &str) -> Result<ProviderState> {
        let tx = self.app.platform().await?;
        let charge = charge::cancel(&tx, provider_ref).await?;
        tx.commit().await?;
        Ok(state_of(&charge))
    }

    async fn refund(&self, request: &RefundRequest) -> Result<RefundOutcome> {
        let tx = self.app.platform().await?;
        let outcome = charge::refund(&tx, &request.provider_ref, &request.refund_id.to_string(), request.amount).await?;
        tx.commit().await?;
        Ok(outcome)
    }

    fn verify_webhook(&self, headers: &WebhookHeaders, body: &[u8]) -> Result<ProviderEvent> {
        webhook::verify(&self.app.config().payment.sandbox_webhook_secret, headers, self.app.now(), body)
    }

    async fn transfer(&self, order: &TransferOrder) -> Result<TransferOutcome> {
        let tx = self.app.platform().await?;
        let outcome = transfer::make(&tx, order).await?;
        tx.commit().await?;
        Ok(outcome)
    }

    async fn find_transfer(&self, order: &TransferOrder) -> Result<Option<TransferOutcome>> {
        let tx = self.app.platform().await?;
        transfer::find(&tx, order).await
    }
}
