//! Payments at the sandbox provider, on a real database. Each test makes a database of its own on
//! the server of `TEST_DATABASE_URL`.

mod support;

use chrono::Duration;
use kernel::{Currency, Money, PaymentId, Result};
use payment::{
    ChargeState, PaymentState, RefundState, WebhookHeaders,
    actions::{self, CaptureOutcome, Decision},
    queries,
    sandbox::{self, ChallengeOutcome},
    signature,
    work::{self, PayState},
};
use support::{Desk, card};

#[tokio::test]
async fn each_card_does_what_it_is_for() -> Result<()> {
    let desk = Desk::open().await?;
    for (number, state, failure) in [
        ("4242424242424242", PayState::Captured, None),
        ("4000000000000002", PayState::Failed, Some("card_declined")),
        ("4000000000009995", PayState::Failed, Some("insufficient_funds")),
        ("4000000000003220", PayState::Challenge, None),
        ("4000000000000077", PayState::Pending, None),
        ("4000000000000119", PayState::Pending, None),
        ("4000000000000127", PayState::Pending, None),
    ] {
        let id = desk.payment(22_000).await?;
        let answer = desk.pay(id, number).await?;
        assert_eq!((answer.state, answer.failure.as_deref()), (state, failure), "{number}");
    }
    assert_eq!(desk.events("payment.captured").await?, 1);
    assert_eq!(desk.events("payment.failed").await?, 2);
    Ok(())
}

#[tokio::test]
async fn a_declined_payment_may_be_tried_again_until_its_time_runs_out() -> Result<()> {
    let desk = Desk::open().await?;
    let id = desk.payment(22_000).await?;
    assert_eq!(desk.pay(id, "4000000000000002").await?.state, PayState::Failed);
    assert!(desk.pay(id, "12").await.is_err());
    assert_eq!(desk.state(id).await?, PaymentState::Failed, "what never reached the provider changes nothing");
    for _ in 0..3 {
        assert_eq!(desk.pay(id, "4242424242424242").await?.state, PayState::Captured);
    }
    assert_eq!(desk.events("payment.captured").await?, 1);
    let late = desk.payment(22_000).await?;
    desk.forward(Duration::hours(2));
    assert_eq!(desk.pay(late, "4242424242424242").await.err().map(|problem| problem.code.name), Some("payment.expired"));
    work::reconcile(&desk.app, &desk.gateways).await?;
    assert_eq!(desk.state(late).await?, PaymentState::Cancelled);
    Ok(())
}

#[tokio::test]
async fn what_got_no_answer_is_found_out_by_asking() -> Result<()> {
    let desk = Desk::open().await?;
    let (captured, not) = (desk.payment(22_000).await?, desk.payment(9_000).await?);
    desk.pay(captured, "4000000000000119").await?;
    desk.pay(not, "4000000000000127").await?;
    assert_eq!(work::reconcile(&desk.app, &desk.gateways).await?, 0, "not before a minute has passed");
    desk.forward(Duration::seconds(61));
    assert_eq!(work::reconcile(&desk.app, &desk.gateways).await?, 1);
    assert_eq!((desk.state(captured).await?, desk.state(not).await?), (PaymentState::Captured, PaymentState::Pending));
    assert_eq!(desk.pay(not, "4242424242424242").await?.state, PayState::Captured);
    Ok(())
}

#[tokio::test]
async fn a_webhook_ten_times_late_and_out_of_order_counts_once() -> Result<()> {
    let desk = Desk::open().await?;
    let id = desk.payment(22_000).await?;
    desk.pay(id, "4000000000000077").await?;
    assert_eq!(work::sandbox_webhooks(&desk.app, &desk.gateways).await?, 0);
    desk.forward(Duration::seconds(31));
    let due = sandbox::due_webhooks(&desk.app).await?;
    let gateway = desk.gateways.named("sandbox")?;
    let due = due.first().ok_or_else(kernel::Problem::not_found)?;
    let headers = WebhookHeaders::from([(sandbox::SIGNATURE_HEADER.to_owned(), due.signature.clone())]);
    let event = gateway.verify_webhook(&headers, due.body.as_bytes())?;
    let mut new = 0;
    for _ in 0..10 {
        new += u32::from(desk.tx(async |tx| actions::receive_webhook(tx, "sandbox", &event).await).await?);
    }
    assert_eq!(new, 1);
    for _ in 0..3 {
        work::handle_webhook(&desk.app, &desk.gateways, "sandbox", &event.id).await?;
    }
    assert_eq!(desk.state(id).await?, PaymentState::Captured);
    assert_eq!((desk.events("payment.captured").await?, desk.events("payment.webhook_received").await?), (1, 1));
    assert!(gateway.verify_webhook(&headers, b"{}").is_err());
    desk.forward(Duration::seconds(signature::TOLERANCE_S + 1));
    assert!(gateway.verify_webhook(&headers, due.body.as_bytes()).is_err(), "an old webhook cannot be sent again");
    Ok(())
}

#[tokio::test]
async fn the_extra_step_decides() -> Result<()> {
    let desk = Desk::open().await?;
    for (outcome, state) in [(ChallengeOutcome::Approve, PaymentState::Captured), (ChallengeOutcome::Refuse, PaymentState::Failed)] {
        let id = desk.payment(22_000).await?;
        let url = desk.pay(id, "4000000000003220").await?.challenge_url.unwrap_or_default();
        let reference = url.rsplit('/').next().unwrap_or_default().to_owned();
        let back = desk.tx(async |tx| sandbox::decide(tx, &reference, outcome).await).await?;
        assert_eq!(back, "http://localhost/back");
        assert!(desk.tx(async |tx| sandbox::decide(tx, &reference, outcome).await).await.is_err());
        let row = desk.tx(async |tx| queries::payment(tx, id).await).await?;
        assert_eq!(work::refresh(&desk.app, &desk.gateways, &row).await?.state, state);
    }
    Ok(())
}

#[tokio::test]
async fn what_differs_is_held_and_decided() -> Result<()> {
    let desk = Desk::open().await?;
    let cases = [(21_000, Currency::KRW, false), (23_000, Currency::KRW, true), (22_000, Currency::USD, false)];
    for (minor, currency, acceptable) in cases {
        let id = desk.payment(22_000).await?;
        let outcome = desk.tx(async |tx| actions::captured(tx, id, minor, currency, tx.now()).await).await?;
        assert!(matches!(outcome, CaptureOutcome::Held(_)));
        let accepted = desk.tx(async |tx| actions::resolve(tx, id, Decision::Accept, "checked").await).await;
        assert_eq!(accepted.is_ok(), acceptable, "{minor} {currency}");
        if !acceptable {
            let row = desk.tx(async |tx| actions::resolve(tx, id, Decision::Refund, "wrong").await).await?;
            assert_eq!((row.state, row.captured()), (PaymentState::Cancelled, currency.minor(minor)));
        }
        let refunds = desk.tx(async |tx| queries::refunds_of(tx, id).await).await?;
        let wanted = if acceptable { Money::won(1_000) } else { currency.minor(minor) };
        assert_eq!(refunds.iter().map(|row| row.currency.minor(row.amount_minor)).collect::<Vec<_>>(), [wanted]);
    }
    assert_eq!(desk.events("payment.unmatched").await?, 3);
    Ok(())
}

#[tokio::test]
async fn a_second_payment_of_an_order_is_held() -> Result<()> {
    let desk = Desk::open().await?;
    let first = desk.payment(22_000).await?;
    let order = desk.tx(async |tx| queries::payment(tx, first).await).await?.order_id;
    let second = desk.payment_of(order, 22_000).await?;
    desk.pay(first, "4242424242424242").await?;
    desk.pay(second, "4242424242424242").await?;
    assert_eq!((desk.state(first).await?, desk.state(second).await?), (PaymentState::Captured, PaymentState::Held));
    Ok(())
}

#[tokio::test]
async fn a_refund_is_made_once_and_never_more_than_was_captured() -> Result<()> {
    let desk = Desk::open().await?;
    let id = desk.payment(22_000).await?;
    desk.pay(id, "4242424242424242").await?;
    let ask =
        async |key: &str, minor: i64| desk.tx(async |tx| actions::request_refund(tx, id, None, key, Money::won(minor), "cancelled").await).await;
    let (one, same) = (ask("a", 15_000).await?, ask("a", 15_000).await?);
    assert_eq!(one.id, same.id);
    assert_eq!(ask("a", 1).await.err().map(|problem| problem.code.name), Some("payment.refund.key_conflict"));
    assert_eq!(ask("b", 7_001).await.err().map(|problem| problem.code.name), Some("payment.refund.exceeds"));
    ask("b", 7_000).await?;
    assert_eq!(work::submit_refunds(&desk.app, &desk.gateways).await?, 2);
    assert_eq!(work::submit_refunds(&desk.app, &desk.gateways).await?, 0);
    let rows = desk.tx(async |tx| queries::refunds_of(tx, id).await).await?;
    assert!(rows.iter().all(|row| row.state == RefundState::Succeeded));
    assert_eq!(desk.events("payment.refund_succeeded").await?, 2);
    let reference = desk.tx(async |tx| queries::payment(tx, id).await).await?.provider_ref.unwrap_or_default();
    let state = desk.gateways.current().look_up(&reference).await?;
    assert_eq!((state.state, state.refunded_minor), (ChargeState::Captured, 22_000));
    Ok(())
}

#[tokio::test]
async fn what_the_provider_refuses_waits_for_the_operator() -> Result<()> {
    let desk = Desk::open().await?;
    let id = desk.payment(22_000).await?;
    // Captured in our book alone: the provider has no charge to refund.
    work::start(&desk.app, &desk.gateways, id).await?;
    desk.tx(async |tx| actions::captured(tx, id, 22_000, Currency::KRW, tx.now()).await).await?;
    let refund = desk.tx(async |tx| actions::request_refund(tx, id, None, "a", Money::won(22_000), "cancelled").await).await?;
    assert!(desk.tx(async |tx| actions::retry_refund(tx, refund.id).await).await.is_err());
    assert_eq!(work::submit_refunds(&desk.app, &desk.gateways).await?, 0);
    let rows = desk.tx(async |tx| queries::refunds_of(tx, id).await).await?;
    assert_eq!(rows.iter().map(|row| row.state).collect::<Vec<_>>(), [RefundState::Failed]);
    assert_eq!(desk.events("payment.refund_failed").await?, 1);
    let again = desk.tx(async |tx| actions::retry_refund(tx, refund.id).await).await?;
    assert_eq!((again.state, again.attempts), (RefundState::Requested, 0));
    Ok(())
}

#[tokio::test]
async fn an_instrument_that_is_no_card_is_refused_by_field() -> Result<()> {
    let desk = Desk::open().await?;
    let id: PaymentId = desk.payment(22_000).await?;
    let mut wrong = card("4242424242424242");
    wrong["expiry"] = "99/99".into();
    let refused = work::pay(&desk.app, &desk.gateways, id, wrong, "/".into()).await;
    assert_eq!(
        refused.err().map(|problem| problem.fields.into_iter().map(|field| field.field).collect::<Vec<_>>()),
        Some(vec!["card.expiry".to_owned()])
    );
    assert_eq!(desk.state(id).await?, PaymentState::Created);
    Ok(())
}
