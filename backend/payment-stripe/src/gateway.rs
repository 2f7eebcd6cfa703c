//! The gateway.

use crate::{
    answer::{IntentAnswer, RefundAnswer, RefundList},
    error::Failure,
    webhook,
};
use async_trait::async_trait;
use kernel::{Problem, Result};
use payment::{
    ChargeState, Gateway, Intent, Outcome, PayRequest, ProviderEvent, ProviderState, RefundOutcome, RefundRequest, Started, TransferOrder,
    TransferOutcome, WebhookHeaders,
};
use platform::{clock::Clock, config::PaymentConfig};
use serde_json::{Value, json};
use std::{collections::HashMap, time::Duration};
use stripe::{Client, ClientBuilder, IdempotencyKey, RequestStrategy, StripeRequest};
use stripe_core::{
    payment_intent::{CancelPaymentIntent, ConfirmPaymentIntent, CreatePaymentIntent, RetrievePaymentIntent, UpdatePaymentIntent},
    refund::{CreateRefund, ListRefund},
};

/// Its name.
pub const NAME: &str = "stripe";

/// How long one call may take; shorter than what the caller waits.
const CALL_LIMIT: Duration = Duration::from_secs(12);

/// Stripe.
pub struct Stripe {
    client: Client,
    publishable_key: String,
    webhook_secret: String,
    /// Stripe itself sends the payer back after a step on its page; a stand-in does not know how.
    redirects: bool,
    clock: Clock,
}

impl Stripe {
    /// The gateway of these settings. Error: a key or address that cannot be used.
    pub fn new(settings: &PaymentConfig, clock: Clock) -> Result<Self> {
        // The client asks for the process's provider of cryptography. One that was chosen before,
        // by whomever, is as good, so that a refusal here is no error.
        drop(rustls::crypto::aws_lc_rs::default_provider().install_default());
        let mut builder = ClientBuilder::new(settings.stripe_secret_key.clone()).timeout(CALL_LIMIT);
        let base = settings.stripe_api_base.trim_end_matches('/');
        if !base.is_empty() {
            builder = builder.url(format!("{base}/"));
        }
        Ok(Self {
            client: builder.build().map_err(Problem::internal)?,
            publishable_key: settings.stripe_publishable_key.clone(),
            webhook_secret: settings.stripe_webhook_secret.clone(),
            redirects: base.is_empty(),
            clock,
        })
    }

    /// Sends a request and reads only the fields of `T` from the answer.
    async fn send<T: miniserde::Deserialize>(&self, request: impl StripeRequest, key: Option<String>) -> Result<T, Failure> {
        let mut request = request.build().customize::<T>();
        if let Some(key) = key {
            let key = IdempotencyKey::new(key).map_err(|error| Failure::Refused(error.to_string()))?;
            request = request.request_strategy(RequestStrategy::Idempotent(key));
        }
        Ok(request.send(&self.client).await?)
    }

    async fn intent(&self, provider_ref: &str) -> Result<IntentAnswer, Failure> {
        self.send(RetrievePaymentIntent::new(provider_ref).expand(vec!["latest_charge".to_owned()]), None).await
    }

    async fn attempt(&self, request: &PayRequest, method: &str) -> Result<IntentAnswer, Failure> {
        let intent = self.intent(&request.provider_ref).await?;
        if matches!(intent.status.as_str(), "succeeded" | "canceled" | "processing") {
            return Ok(intent);
        }
        let update = UpdatePaymentIntent::new(request.provider_ref.as_str()).payment_method(method);
        let _: IntentAnswer = self.send(update, None).await?;
        let mut confirm = ConfirmPaymentIntent::new(request.provider_ref.as_str());
        if self.redirects {
            confirm = confirm.return_url(request.return_url.clone());
        }
        self.send(confirm, None).await
    }

    /// The refund that was made for this request before, if one was. Stripe forgets idempotency
    /// keys after a day; what it keeps with the refund it does not forget.
    async fn made_before(&self, request: &RefundRequest) -> Result<Option<RefundAnswer>, Failure> {
        let list: RefundList = self.send(ListRefund::new().payment_intent(request.provider_ref.clone()).limit(100), None).await?;
        let ours = request.refund_id.to_string();
        Ok(list.data.into_iter().find(|refund| refund.is_for(&ours)))
    }

    async fn give_back(&self, request: &RefundRequest) -> Result<RefundAnswer, Failure> {
        if let Some(made) = self.made_before(request).await? {
            return Ok(made);
        }
        let ours = request.refund_id.to_string();
        let create = CreateRefund::new()
            .payment_intent(request.provider_ref.clone())
            .amount(request.amount.minor)
            .metadata(HashMap::from([("refund_id".to_owned(), ours.clone())]));
        self.send(create, Some(ours)).await
    }
}

#[async_trait]
impl Gateway for Stripe {
    fn name(&self) -> &'static str {
        NAME
    }

    async fn start(&self, intent: &Intent) -> Result<Started> {
        let currency = intent.amount.currency.as_str().to_ascii_lowercase();
        let currency: stripe_types::Currency = currency.parse().map_err(|_| Problem::internal("a currency that Stripe does not know"))?;
        let create = CreatePaymentIntent::new(intent.amount.minor, currency).metadata(HashMap::from([
            ("payment_id".to_owned(), intent.payment_id.to_string()),
            ("order_id".to_owned(), intent.order_id.to_string()),
            ("order_number".to_owned(), intent.order_number.clone()),
        ]));
        let answer: IntentAnswer = self.send(create, Some(intent.payment_id.to_string())).await?;
        Ok(Started { client: json!({"client_secret": answer.client_secret, "publishable_key": self.publishable_key}), provider_ref: answer.id })
    }

    async fn pay(&self, request: &PayRequest) -> Result<Outcome> {
        let method = request.instrument.get("payment_method").and_then(Value::as_str).filter(|method| method.starts_with("pm_"));
        let method = method.ok_or_else(|| Problem::invalid("card.payment_method", "required"))?;
        match self.attempt(request, method).await {
            Ok(intent) => intent.outcome(&request.return_url),
            Err(Failure::Declined { code, message }) => Ok(Outcome::Declined { code, message }),
            Err(Failure::Unknown(_)) => Ok(Outcome::Unknown),
            Err(refused @ Failure::Refused(_)) => Err(refused.into()),
        }
    }

    async fn look_up(&self, provider_ref: &str) -> Result<ProviderState> {
        self.intent(provider_ref).await?.state()
    }

    async fn cancel(&self, provider_ref: &str) -> Result<ProviderState> {
        let answer: Result<IntentAnswer, Failure> = self.send(CancelPaymentIntent::new(provider_ref), None).await;
        match answer {
            Ok(intent) => intent.state(),
            // It cannot be given up any more: its records say why.
            Err(Failure::Refused(message)) => {
                let state = self.look_up(provider_ref).await?;
                let over = matches!(state.state, ChargeState::Captured | ChargeState::Cancelled | ChargeState::Processing);
                if over { Ok(state) } else { Err(Failure::Refused(message).into()) }
            }
            Err(failure) => Err(failure.into()),
        }
    }

    async fn refund(&self, request: &RefundRequest) -> Result<RefundOutcome> {
        match self.give_back(request).await {
            Ok(refund) => Ok(match refund.status.as_deref() {
                Some("failed" | "canceled") => RefundOutcome::Failed { message: refund.failure_reason.unwrap_or_else(|| "the refund failed".into()) },
                Some("pending" | "requires_action") => RefundOutcome::Pending,
                _ => RefundOutcome::Succeeded { provider_ref: refund.id },
            }),
            Err(Failure::Unknown(_)) => Ok(RefundOutcome::Unknown),
            Err(Failure::Refused(message) | Failure::Declined { message, .. }) => Ok(RefundOutcome::Failed { message }),
        }
    }

    fn verify_webhook(&self, headers: &WebhookHeaders, body: &[u8]) -> Result<ProviderEvent> {
        webhook::verify(&self.webhook_secret, headers, self.clock.now(), body)
    }

    async fn transfer(&self, _: &TransferOrder) -> Result<TransferOutcome> {
        Ok(TransferOutcome::Refused { message: "a transfer by Stripe needs an account of the company at Stripe; use a bank-transfer file".into() })
    }

    /// Stripe never takes a transfer, so that it has none to look up.
    async fn find_transfer(&self, _: &TransferOrder) -> Result<Option<TransferOutcome>> {
        Ok(None)
    }
}
