//! Trades from payment to settlement.

use crate::support::{Desk, draft, moment, operator};
use chrono::Duration;
use kernel::{AccountId, Actor, ActorKind, CompanyId, Locale, OrderLineId, Problem, Result, code};
use trade::{
    Action, State, Trade, actions,
    actions::NewRules,
    codes,
    gate::{Check, Finding},
    queries,
};

/// What must hold of a trade's amounts at every moment.
fn balanced(trade: &Trade) {
    assert_eq!(trade.goods_minor, trade.supply_minor + trade.fee_minor + trade.margin_minor);
    assert_eq!(trade.paid_minor, trade.goods_minor + trade.delivery_minor + trade.refunded_minor);
}

fn refusal<T>(result: Result<T>) -> Option<kernel::Code> {
    result.map_err(|problem: Problem| problem.code).err()
}

#[tokio::test]
async fn a_trade_goes_from_payment_to_settlement_with_one_entry_and_one_event_each() -> Result<()> {
    let desk = Desk::open().await?;
    let market = desk.market().await?;
    let opened = desk.paid(&market).await?;
    balanced(&opened);
    assert_eq!((opened.goods_minor, opened.supply_minor, opened.fee_minor, opened.fee_vat_minor), (37_000, 27_000, 1_110, 100));
    assert_eq!((opened.paid_minor, opened.margin_minor), (40_000, 8_890));
    assert_eq!((opened.summary.as_str(), opened.buyer.locale), ("천연발효 식빵 외 1", Locale::En));
    assert_eq!((opened.due_by, opened.due_at), (Some(ActorKind::Seller), Some(moment("2026-11-26T14:59:59Z"))));

    desk.tx(async |tx| actions::request_po(tx, opened.id, market.seller()).await).await?;
    let findings = desk.gate(opened.id).await?;
    assert_eq!(findings, []);
    desk.tx(async |tx| actions::record_check(tx, opened.id, &findings, std::time::Duration::from_micros(40)).await).await?;
    let (_, po) = desk.tx(async |tx| actions::issue_po(tx, opened.id, operator()).await).await?;
    assert!(po.number.starts_with("PO-20261123-") && po.number.len() == 18, "{}", po.number);
    desk.tx(async |tx| actions::accept_po(tx, opened.id, market.supplier()).await).await?;
    let document = desk.document(market.supplier).await?;
    let delivery = desk.delivery(opened.id, &[2, 3], Some(document)).await?;
    let filed = desk.tx(async |tx| actions::file_delivery(tx, opened.id, market.supplier(), delivery).await).await?;
    assert_eq!(filed.tracking_number.as_deref(), Some("612345678901"));
    assert!(desk.tx(async |tx| queries::full(tx, opened.id).await).await?.is_filed_in_full());
    let approval = desk.tx(async |tx| actions::approve_shipment(tx, opened.id, operator()).await).await?;
    assert!(approval.short.is_empty() && approval.claim.is_none() && approval.refund_minor == 0);
    desk.tx(async |tx| actions::mark_in_transit(tx, opened.id, market.supplier()).await).await?;
    let arrived = desk.tx(async |tx| actions::mark_arrived(tx, opened.id, Actor::buyer(None)).await).await?;
    assert_eq!(arrived.confirm_due_at, Some(desk.now() + Duration::days(8)));
    desk.tx(async |tx| actions::confirm(tx, opened.id, Actor::buyer(None)).await).await?;
    let half = desk.tx(async |tx| actions::mark_settled(tx, opened.id, true).await).await?;
    assert_eq!(half.state, State::Confirmed);
    let settled = desk.tx(async |tx| actions::mark_settled(tx, opened.id, false).await).await?;
    assert_eq!(settled.state, State::Settled);
    let again = desk.tx(async |tx| actions::mark_settled(tx, opened.id, false).await).await?;
    assert_eq!(again.version, settled.version);
    balanced(&settled);

    let full = desk.tx(async |tx| queries::full(tx, opened.id).await).await?;
    let steps: Vec<Action> = full.events.iter().map(|event| event.action).collect();
    let expected = [
        Action::Open,
        Action::RequestPo,
        Action::IssuePo,
        Action::AcceptPo,
        Action::FileDelivery,
        Action::ApproveShipment,
        Action::MarkInTransit,
        Action::MarkArrived,
        Action::Confirm,
        Action::Settle,
    ];
    assert_eq!(steps, expected);
    let events = desk.events(opened.id).await?;
    let told: Vec<&str> = events.iter().map(|(_, payload)| payload["action"].as_str().unwrap_or("open")).collect();
    assert_eq!(told, expected.map(Action::name));
    assert!(full.delivery.is_some_and(|filed| filed.lines.len() == 2 && filed.confirmation.content_sha256.len() == 64));
    assert!(full.lines.iter().all(|line| line.delivered == Some(line.quantity)));
    Ok(())
}

#[tokio::test]
async fn opening_twice_gives_the_same_trade_and_a_wrong_draft_gives_none() -> Result<()> {
    let desk = Desk::open().await?;
    let market = desk.market().await?;
    let mut draft = draft(&market);
    let json = serde_json::to_value(&draft).map_err(Problem::internal)?;
    draft = serde_json::from_value(json).map_err(Problem::internal)?;
    let first = desk.tx(async |tx| actions::open(tx, &draft).await).await?;
    let second = desk.tx(async |tx| actions::open(tx, &draft).await).await?;
    assert_eq!(first, second);
    assert_eq!(desk.events(first.id).await?.len(), 1);
    draft.trade_id = kernel::TradeId::new();
    draft.supplier_id = draft.seller_id;
    assert_eq!(refusal(desk.tx(async |tx| actions::open(tx, &draft).await).await), Some(codes::DRAFT_INVALID));
    Ok(())
}

#[tokio::test]
async fn steps_of_others_are_refused_and_trades_of_others_do_not_exist() -> Result<()> {
    let desk = Desk::open().await?;
    let market = desk.market().await?;
    let trade = desk.paid(&market).await?;
    let stranger = Actor::seller(AccountId::new(), CompanyId::new());
    assert_eq!(refusal(desk.tx(async |tx| actions::request_po(tx, trade.id, stranger).await).await), Some(code::NOT_FOUND));
    assert_eq!(refusal(desk.tx(async |tx| actions::request_po(tx, trade.id, operator()).await).await), Some(codes::ACTOR_REFUSED));
    assert_eq!(refusal(desk.tx(async |tx| actions::confirm(tx, trade.id, Actor::buyer(None)).await).await), Some(codes::TRANSITION_REFUSED));
    // Before its purchase order the supplier does not know the trade.
    assert_eq!(refusal(desk.tx(async |tx| actions::accept_po(tx, trade.id, market.supplier()).await).await), Some(code::NOT_FOUND));
    let seen = desk.tx(async |tx| queries::full_for(tx, trade.id, market.supplier).await).await;
    assert_eq!(refusal(seen), Some(code::NOT_FOUND));
    assert_eq!(desk.events(trade.id).await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn two_at_once_take_a_step_once() -> Result<()> {
    let desk = Desk::open().await?;
    let market = desk.market().await?;
    let trade = desk.paid(&market).await?;
    let take = || desk.tx(async |tx| actions::request_po(tx, trade.id, Actor::SYSTEM).await);
    let (one, two) = tokio::join!(take(), take());
    let refused: Vec<_> = [refusal(one), refusal(two)].into_iter().flatten().collect();
    assert_eq!(refused, [codes::TRANSITION_REFUSED]);
    assert_eq!(desk.events(trade.id).await?.len(), 2);
    Ok(())
}

#[tokio::test]
async fn a_red_gate_holds_the_trade_until_it_is_green_or_overridden_with_a_reason() -> Result<()> {
    let desk = Desk::open().await?;
    let market = desk.market().await?;
    let red = [Finding::new(Check::PriceFloor, "below")];
    let held = desk.checked(&market, &red).await?;
    assert_eq!(held.hold.as_ref().map(|hold| (hold.at.as_str(), hold.findings.0.as_slice())), Some(("po", &red[..])));
    assert_eq!(refusal(desk.tx(async |tx| actions::issue_po(tx, held.id, Actor::SYSTEM).await).await), Some(codes::GATE_RED));
    assert_eq!(refusal(desk.tx(async |tx| actions::issue_po_overriding(tx, held.id, operator(), " ").await).await), Some(codes::REASON_REQUIRED));
    let (issued, _) = desk.tx(async |tx| actions::issue_po_overriding(tx, held.id, operator(), "전화로 확인함").await).await?;
    assert!(issued.hold.is_none() && issued.cleared_at.is_some());

    let other = desk.checked(&market, &red).await?;
    let green = desk.tx(async |tx| actions::record_check(tx, other.id, &[], std::time::Duration::ZERO).await).await?;
    assert!(green.hold.is_none());
    desk.tx(async |tx| actions::issue_po(tx, other.id, Actor::SYSTEM).await).await?;

    let unchecked = desk.paid(&market).await?;
    desk.tx(async |tx| actions::request_po(tx, unchecked.id, Actor::SYSTEM).await).await?;
    assert_eq!(refusal(desk.tx(async |tx| actions::issue_po(tx, unchecked.id, operator()).await).await), Some(codes::GATE_UNCHECKED));
    Ok(())
}

#[tokio::test]
async fn a_declined_purchase_order_gives_everything_back() -> Result<()> {
    let desk = Desk::open().await?;
    let market = desk.market().await?;
    let trade = desk.checked(&market, &[]).await?;
    desk.tx(async |tx| actions::issue_po(tx, trade.id, Actor::SYSTEM).await).await?;
    assert_eq!(refusal(desk.tx(async |tx| actions::decline_po(tx, trade.id, market.supplier(), "").await).await), Some(codes::REASON_REQUIRED));
    let declined = desk.tx(async |tx| actions::decline_po(tx, trade.id, market.supplier(), "밀가루가 떨어졌습니다.").await).await?;
    assert!(declined.whole && declined.lines.len() == 2);
    assert_eq!((declined.refund_minor, declined.trade.refunded_minor, declined.trade.state), (40_000, 40_000, State::Cancelled));
    balanced(&declined.trade);
    Ok(())
}

#[tokio::test]
async fn lines_are_cancelled_one_by_one_and_the_last_one_takes_the_delivery_fee_along() -> Result<()> {
    let desk = Desk::open().await?;
    let market = desk.market().await?;
    let trade = desk.accepted(&market).await?;
    let lines: Vec<OrderLineId> = desk.tx(async |tx| queries::full(tx, trade.id).await).await?.lines.iter().map(|line| line.id).collect();
    let unknown = vec![OrderLineId::new()];
    let found = desk.tx(async |tx| actions::cancel_lines(tx, trade.id, market.seller(), Some(unknown), "품절").await).await;
    assert_eq!(refusal(found), Some(codes::LINES_UNKNOWN));
    let first = desk.tx(async |tx| actions::cancel_lines(tx, trade.id, market.seller(), Some(vec![lines[0]]), "품절").await).await?;
    assert!(!first.whole);
    assert_eq!((first.refund_minor, first.trade.goods_minor, first.trade.fee_minor, first.trade.state), (22_000, 15_000, 450, State::PoAccepted));
    balanced(&first.trade);
    let twice = desk.tx(async |tx| actions::cancel_lines(tx, trade.id, market.seller(), Some(vec![lines[0]]), "품절").await).await;
    assert_eq!(refusal(twice), Some(codes::LINES_UNKNOWN));
    let last = desk.tx(async |tx| actions::cancel_lines(tx, trade.id, Actor::buyer(None), None, "마음이 바뀌었습니다.").await).await?;
    assert!(last.whole);
    assert_eq!((last.refund_minor, last.trade.refunded_minor, last.trade.state), (18_000, 40_000, State::Cancelled));
    balanced(&last.trade);
    let full = desk.tx(async |tx| queries::full(tx, trade.id).await).await?;
    assert_eq!(full.claims.iter().map(|claim| claim.refund_minor).collect::<Vec<_>>(), [22_000, 18_000]);
    Ok(())
}

#[tokio::test]
async fn a_short_delivery_is_not_paid_for_and_nothing_is_cancelled_after_approval() -> Result<()> {
    let desk = Desk::open().await?;
    let market = desk.market().await?;
    let filed = desk.filed(&market, &[2, 1]).await?;
    assert!(!desk.tx(async |tx| queries::full(tx, filed.id).await).await?.is_filed_in_full());
    let approval = desk.tx(async |tx| actions::approve_shipment(tx, filed.id, Actor::SYSTEM).await).await?;
    let trade = &approval.trade;
    assert_eq!(approval.short.iter().map(|short| (short.quantity, short.amounts.goods_minor)).collect::<Vec<_>>(), [(2, 10_000)]);
    assert_eq!((approval.refund_minor, trade.goods_minor, trade.supply_minor, trade.fee_minor), (10_000, 27_000, 20_000, 810));
    balanced(trade);
    assert!(approval.claim.is_some());
    let late = desk.tx(async |tx| actions::cancel_lines(tx, trade.id, Actor::buyer(None), None, "늦었나요?").await).await;
    assert_eq!(refusal(late), Some(codes::TRANSITION_REFUSED));
    Ok(())
}

#[tokio::test]
async fn a_wrong_delivery_confirmation_is_sent_back_and_filed_anew() -> Result<()> {
    let desk = Desk::open().await?;
    let market = desk.market().await?;
    let filed = desk.filed(&market, &[2, 3]).await?;
    let back = desk.tx(async |tx| actions::return_delivery(tx, filed.id, operator(), "송장번호가 다릅니다.").await).await?;
    assert_eq!((back.state, back.tracking_number), (State::PoAccepted, None));
    let foreign = desk.document(market.seller).await?;
    let delivery = desk.delivery(filed.id, &[2, 3], Some(foreign)).await?;
    let refused = desk.tx(async |tx| actions::file_delivery(tx, filed.id, market.supplier(), delivery).await).await;
    assert_eq!(refusal(refused), Some(codes::DELIVERY_INVALID));
    let delivery = desk.delivery(filed.id, &[2, 3], None).await?;
    desk.tx(async |tx| actions::file_delivery(tx, filed.id, market.supplier(), delivery).await).await?;
    desk.tx(async |tx| actions::approve_shipment(tx, filed.id, operator()).await).await?;
    Ok(())
}

#[tokio::test]
async fn silence_confirms_after_the_warning_and_the_deadline() -> Result<()> {
    let desk = Desk::open().await?;
    let market = desk.market().await?;
    let id = desk.filed(&market, &[2, 3]).await?.id;
    desk.tx(async |tx| {
        actions::approve_shipment(tx, id, Actor::SYSTEM).await?;
        actions::mark_in_transit(tx, id, Actor::SYSTEM).await?;
        actions::mark_arrived(tx, id, Actor::SYSTEM).await
    })
    .await?;
    let due = async |warnings: bool| {
        desk.tx(async |tx| if warnings { queries::due_warnings(tx, tx.now(), 10).await } else { queries::due_confirmations(tx, tx.now(), 10).await })
            .await
    };
    desk.forward(Duration::days(4));
    assert!(due(true).await?.is_empty() && due(false).await?.is_empty());
    desk.forward(Duration::days(2));
    assert_eq!(due(true).await?, [id]);
    assert!(desk.tx(async |tx| actions::warn_confirmation(tx, id).await).await?);
    assert!(!desk.tx(async |tx| actions::warn_confirmation(tx, id).await).await?);
    assert!(due(true).await?.is_empty());
    assert_eq!(refusal(desk.tx(async |tx| actions::confirm(tx, id, Actor::SYSTEM).await).await), Some(codes::CONFIRM_TOO_EARLY));
    desk.forward(Duration::days(2));
    assert_eq!(due(false).await?, [id]);
    let confirmed = desk.tx(async |tx| actions::confirm(tx, id, Actor::SYSTEM).await).await?;
    assert_eq!((confirmed.state, confirmed.due_by), (State::Confirmed, None));
    Ok(())
}

#[tokio::test]
async fn the_operators_rules_keep_the_law_and_their_version() -> Result<()> {
    let desk = Desk::open().await?;
    let rules = desk.tx(async |tx| queries::rules(tx).await).await?;
    assert_eq!((rules.auto_issue, rules.auto_approve, rules.confirm_after_days, rules.version), (false, false, 8, 1));
    let new = |days| NewRules { auto_issue: true, auto_approve: true, confirm_after_days: days };
    assert_eq!(refusal(desk.tx(async |tx| actions::set_rules(tx, 1, new(6)).await).await), Some(code::INVALID));
    assert_eq!(desk.tx(async |tx| actions::set_rules(tx, 1, new(7)).await).await?.version, 2);
    assert_eq!(refusal(desk.tx(async |tx| actions::set_rules(tx, 1, new(9)).await).await), Some(code::VERSION_MISMATCH));
    Ok(())
}
