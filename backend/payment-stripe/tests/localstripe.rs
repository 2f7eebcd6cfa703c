//! Against `localstripe`, a stateful stand-in for Stripe, out of the Python environment that
//! `MADANG_TEST_VENV` names.

use chrono::{DateTime, Utc};
use kernel::{Money, OrderId, PaymentId, Problem, RefundId, Result};
use payment::{ChargeState, Gateway, Intent, Outcome, PayRequest, RefundOutcome, RefundRequest, WebhookHeaders};
use payment_stripe::Stripe;
use platform::{
    clock::Clock,
    config::{Config, PaymentConfig},
};
use serde_json::{Value, json};
use std::{process::Stdio, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
    process::{Child, Command},
};

const SECRET: &str = "whsec_test";

/// The stand-in, stopped when it is dropped.
struct StandIn {
    _process: Child,
    base: String,
    http: reqwest::Client,
    settings: PaymentConfig,
}

impl StandIn {
    async fn start() -> Result<Self> {
        let venv = std::env::var("MADANG_TEST_VENV").map_err(|_| Problem::internal("MADANG_TEST_VENV is not set: make test ONLY=rust"))?;
        let free = TcpListener::bind("127.0.0.1:0").await.and_then(|socket| socket.local_addr()).map_err(Problem::internal)?;
        let process = Command::new(format!("{venv}/bin/localstripe"))
            .args(["--from-scratch", "--port", &free.port().to_string()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(Problem::internal)?;
        let mut settings = Config::defaults()?.payment;
        settings.stripe_secret_key = "sk_test_12345".into();
        settings.stripe_publishable_key = "pk_test_12345".into();
        settings.stripe_webhook_secret = SECRET.into();
        settings.stripe_api_base = format!("http://localhost:{}", free.port());
        let it = Self { _process: process, base: settings.stripe_api_base.clone(), http: reqwest::Client::new(), settings };
        for _ in 0..200 {
            if it.http.get(format!("{}/v1/customers", it.base)).basic_auth("sk_test_12345", Some("")).send().await.is_ok() {
                return Ok(it);
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        Err(Problem::unavailable("localstripe did not start"))
    }

    fn gateway(&self) -> Result<Stripe> {
        Stripe::new(&self.settings, Clock::system())
    }

    async fn card(&self, number: &str) -> Result<Value> {
        let form = format!("type=card&card[number]={number}&card[exp_month]=12&card[exp_year]=2040&card[cvc]=123");
        let answer = self.post("/v1/payment_methods", form, "application/x-www-form-urlencoded").await?;
        Ok(json!({"payment_method": answer.get("id")}))
    }

    async fn post(&self, path: &str, body: String, kind: &str) -> Result<Value> {
        let request = self.http.post(format!("{}{path}", self.base)).basic_auth("sk_test_12345", Some("")).header("content-type", kind).body(body);
        let text = request.send().await.map_err(Problem::internal)?.text().await.map_err(Problem::internal)?;
        Ok(serde_json::from_str(&text).unwrap_or(Value::Null))
    }
}

async fn attempt(gateway: &Stripe, amount: i64, instrument: Value) -> Result<(String, Outcome)> {
    let payment_id = PaymentId::new();
    let intent = Intent { payment_id, order_id: OrderId::new(), order_number: "20260302-4F7K2Q".into(), amount: Money::won(amount) };
    let started = gateway.start(&intent).await?;
    assert!(started.client["client_secret"].as_str().is_some_and(|secret| secret.starts_with(&started.provider_ref)));
    let request = PayRequest { payment_id, provider_ref: started.provider_ref.clone(), instrument, return_url: "http://localhost/back".into() };
    let outcome = gateway.pay(&request).await?;
    let again = gateway.pay(&request).await;
    if matches!(outcome, Outcome::Captured { .. }) {
        assert_eq!(again?, outcome, "what was captured is answered again");
    }
    Ok((started.provider_ref, outcome))
}

#[tokio::test]
async fn a_card_is_charged_once_and_refunded_in_parts() -> Result<()> {
    let it = StandIn::start().await?;
    let gateway = it.gateway()?;
    let (provider_ref, outcome) = attempt(&gateway, 22_000, it.card("4242424242424242").await?).await?;
    assert_eq!(outcome, Outcome::Captured { amount: Money::won(22_000) });
    let first = RefundRequest { refund_id: RefundId::new(), provider_ref: provider_ref.clone(), amount: Money::won(5_000) };
    let made = gateway.refund(&first).await?;
    assert!(matches!(made, RefundOutcome::Succeeded { .. }), "{made:?}");
    assert_eq!(gateway.refund(&first).await?, made, "a repeated refund gives nothing more");
    let second = RefundRequest { refund_id: RefundId::new(), amount: Money::won(1_000), ..first };
    assert!(matches!(gateway.refund(&second).await?, RefundOutcome::Succeeded { .. }));
    let state = gateway.look_up(&provider_ref).await?;
    assert_eq!((state.state, state.captured_minor, state.refunded_minor), (ChargeState::Captured, 22_000, 6_000));
    assert_eq!(gateway.cancel(&provider_ref).await?.state, ChargeState::Captured, "what was captured stays so");
    Ok(())
}

#[tokio::test]
async fn a_refused_card_is_named_and_an_unpaid_intent_can_be_given_up() -> Result<()> {
    let it = StandIn::start().await?;
    let gateway = it.gateway()?;
    let (provider_ref, outcome) = attempt(&gateway, 9_000, it.card("4000000000000341").await?).await?;
    assert!(matches!(&outcome, Outcome::Declined { code, .. } if code == "card_declined" || code == "generic_decline"), "{outcome:?}");
    assert_eq!(gateway.look_up(&provider_ref).await?.state, ChargeState::Declined);
    assert_eq!(gateway.cancel(&provider_ref).await?.state, ChargeState::Cancelled);
    assert!(gateway.look_up("pi_that_is_not").await.is_err());
    Ok(())
}

#[tokio::test]
async fn a_card_with_an_extra_step_waits_for_the_payer() -> Result<()> {
    let it = StandIn::start().await?;
    let gateway = it.gateway()?;
    let (provider_ref, outcome) = attempt(&gateway, 9_000, it.card("4000002500003155").await?).await?;
    assert_eq!(outcome, Outcome::Challenge { url: "http://localhost/back".into() });
    assert_eq!(gateway.look_up(&provider_ref).await?.state, ChargeState::Processing);
    Ok(())
}

#[tokio::test]
async fn without_an_answer_nothing_is_claimed() -> Result<()> {
    let it = StandIn::start().await?;
    let mut settings = it.settings.clone();
    settings.stripe_api_base = "http://127.0.0.1:9".into();
    let gateway = Stripe::new(&settings, Clock::system())?;
    let request = PayRequest {
        payment_id: PaymentId::new(),
        provider_ref: "pi_1".into(),
        instrument: json!({"payment_method": "pm_1"}),
        return_url: "/".into(),
    };
    assert_eq!(gateway.pay(&request).await?, Outcome::Unknown);
    let refund = RefundRequest { refund_id: RefundId::new(), provider_ref: "pi_1".into(), amount: Money::won(1) };
    assert_eq!(gateway.refund(&refund).await?, RefundOutcome::Unknown);
    assert_eq!(gateway.look_up("pi_1").await.err().map(|problem| problem.code.status), Some(503));
    Ok(())
}

#[tokio::test]
async fn a_webhook_is_signed_for_its_payment() -> Result<()> {
    let it = StandIn::start().await?;
    let listener = TcpListener::bind("127.0.0.1:0").await.map_err(Problem::internal)?;
    let port = listener.local_addr().map_err(Problem::internal)?.port();
    let hook = json!({"url": format!("http://127.0.0.1:{port}/"), "secret": SECRET, "events": ["payment_intent.succeeded"]});
    it.post("/_config/webhooks/test", hook.to_string(), "application/json").await?;
    let gateway = it.gateway()?;
    let (provider_ref, _) = attempt(&gateway, 22_000, it.card("4242424242424242").await?).await?;
    let (headers, body) = tokio::time::timeout(Duration::from_secs(20), receive(&listener)).await.map_err(Problem::internal)??;
    let event = gateway.verify_webhook(&headers, &body)?;
    assert_eq!((event.kind.as_str(), event.provider_ref), ("payment_intent.succeeded", Some(provider_ref)));
    assert!(event.id.starts_with("evt_"));
    let mut forged = body.clone();
    forged.push(b' ');
    assert!(gateway.verify_webhook(&headers, &forged).is_err());
    let late = Stripe::new(&it.settings, Clock::standing_at(DateTime::<Utc>::UNIX_EPOCH))?;
    assert!(late.verify_webhook(&headers, &body).is_err());
    Ok(())
}

/// Reads one request and answers it.
async fn receive(listener: &TcpListener) -> Result<(WebhookHeaders, Vec<u8>)> {
    let (mut stream, _) = listener.accept().await.map_err(Problem::internal)?;
    let mut bytes = Vec::new();
    loop {
        let mut chunk = [0_u8; 4096];
        let read = stream.read(&mut chunk).await.map_err(Problem::internal)?;
        bytes.extend_from_slice(&chunk[..read]);
        let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&bytes[..end]).to_string();
        let headers: WebhookHeaders =
            head.lines().filter_map(|line| line.split_once(": ")).map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect();
        let length: usize = headers.get("content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
        if bytes.len() >= end + 4 + length || read == 0 {
            let answer = b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";
            stream.write_all(answer).await.map_err(Problem::internal)?;
            return Ok((headers, bytes[end + 4..].to_vec()));
        }
    }
}
