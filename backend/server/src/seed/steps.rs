//! Sellers, suppliers, buyers and the operator take their steps, each in their own name.

use super::{
    fate::Special,
    world::{Running, World},
};
use flows::Step;
use kernel::{Actor, OperatorRole, OrderLineId, Problem, Result, Role};
use trade::{DeliveredLine, NewDelivery, State, TradeFull};

const CARRIERS: [&str; 4] = ["마당택배", "두루미로지스", "새벽배송", "한걸음익스프레스"];
const BUYER_REASONS: [&str; 4] = ["다른 상품으로 다시 주문하려고 합니다", "주소를 잘못 적었습니다", "마음이 바뀌었습니다", "받는 날에 집을 비웁니다"];
const SELLER_REASONS: [&str; 3] = ["당일 물량이 모두 나갔습니다", "포장 중 파손을 발견했습니다", "고객과 통화하여 취소하기로 했습니다"];
const SUPPLIER_REASONS: [&str; 3] = ["오븐 점검으로 이번 주에는 굽지 못합니다", "원료 입고가 늦어졌습니다", "주문량이 하루 생산량을 넘습니다"];

/// What a look at a trade came to.
pub(super) enum After {
    /// Look again after so many half-days.
    Wait(i64),
    /// Nobody has to do anything any more.
    Done,
}

/// Takes the next step of a trade, if one is due from a person.
pub(super) async fn act(world: &mut World, running: &mut Running) -> Result<After> {
    let tx = world.app().platform().await?;
    if trade::queries::trade(&tx, running.id).await?.is_none() {
        // The card never paid.
        return Ok(After::Done);
    }
    let full = trade::queries::full(&tx, running.id).await?;
    drop(tx);
    let special = running.fate.special;
    let early = matches!(full.trade.state, State::Paid | State::PoRequested | State::PoIssued);
    if early && let Some(what) = cancellation(world, special, &full) {
        let buyer = special == Special::BuyerCancels;
        let actor = if buyer { Actor::buyer(running.buyer) } else { seller(world, running)? };
        running.fate.special = Special::None;
        take(world, running, actor, what).await?;
        return Ok(After::Wait(1));
    }
    match full.trade.state {
        State::Paid => {
            let actor = seller(world, running)?;
            take(world, running, actor, Step::RequestPo).await?;
            Ok(After::Wait(1))
        }
        State::PoRequested => decide(world, running, &full).await,
        State::PoIssued => {
            let what = if special == Special::Declined { Step::DeclinePo { reason: pick(world, &SUPPLIER_REASONS) } } else { Step::AcceptPo };
            let actor = supplier(world, running)?;
            take(world, running, actor, what).await?;
            Ok(After::Wait(1))
        }
        State::PoAccepted => {
            let delivery = delivery(world, running, &full);
            let actor = supplier(world, running)?;
            take(world, running, actor, Step::FileDelivery(delivery)).await?;
            Ok(After::Wait(world.dice.between(0, 1)))
        }
        State::DeliveryFiled => {
            let actor = Actor::operator(world.operator(OperatorRole::Desk)?);
            let back = special == Special::Returned;
            let reason = "운송장번호가 택배사 조회와 다릅니다".to_owned();
            take(world, running, actor, if back { Step::ReturnDelivery { reason } } else { Step::ApproveShipment }).await?;
            if back {
                running.fate.special = Special::None;
            }
            Ok(After::Wait(world.dice.between(0, 1)))
        }
        State::ShipmentApproved => {
            let actor = supplier(world, running)?;
            take(world, running, actor, Step::MarkInTransit).await?;
            Ok(After::Wait(world.dice.between(2, 4)))
        }
        State::InTransit => {
            let actor = supplier(world, running)?;
            take(world, running, actor, Step::MarkArrived).await?;
            Ok(After::Wait(world.dice.between(1, 9)))
        }
        // Silence is counted by the platform's own clock.
        State::Arrived if running.fate.silent => Ok(After::Done),
        State::Arrived => {
            take(world, running, Actor::buyer(running.buyer), Step::Confirm).await?;
            Ok(After::Done)
        }
        State::Confirmed | State::Settled | State::Cancelled => Ok(After::Done),
    }
}

/// The gate was red: the desk looks, and mostly lets the order through with a reason.
async fn decide(world: &mut World, running: &Running, full: &TradeFull) -> Result<After> {
    if full.trade.hold.is_none() {
        return Ok(After::Wait(1));
    }
    let actor = Actor::operator(world.operator(OperatorRole::Desk)?);
    let findings = flows::check_gate(world.flows(), running.id).await?;
    let what = if world.dice.percent(70) {
        Step::IssuePo { findings, override_reason: Some("구매자와 통화하여 확인했습니다".to_owned()) }
    } else {
        Step::Cancel { lines: None, reason: "구매자가 중복 주문이라고 알려 왔습니다".to_owned() }
    };
    take(world, running, actor, what).await?;
    Ok(After::Wait(1))
}

/// What is cancelled of a trade with that fate.
fn cancellation(world: &mut World, special: Special, full: &TradeFull) -> Option<Step> {
    let standing: Vec<OrderLineId> = full.lines.iter().filter(|line| !line.cancelled).map(|line| line.id).collect();
    match special {
        Special::BuyerCancels => Some(Step::Cancel { lines: None, reason: pick(world, &BUYER_REASONS) }),
        Special::SellerCancels => Some(Step::Cancel { lines: None, reason: pick(world, &SELLER_REASONS) }),
        Special::LineCancelled if standing.len() > 1 => {
            Some(Step::Cancel { lines: standing.last().map(|line| vec![*line]), reason: pick(world, &SELLER_REASONS) })
        }
        _ => None,
    }
}

/// The delivery confirmation: everything, or less where that is the trade's fate.
fn delivery(world: &mut World, running: &Running, full: &TradeFull) -> NewDelivery {
    let short = running.fate.special == Special::Short;
    let mut left_out = short && full.lines.iter().any(|line| !line.cancelled && line.quantity > 1);
    let lot = format!("L{}", world.now().format("%y%m%d"));
    let lines = full.lines.iter().filter(|line| !line.cancelled).map(|line| {
        let missing = i32::from(left_out && line.quantity > 1);
        left_out &= missing == 0;
        DeliveredLine { line_id: line.id, quantity: line.quantity - missing, lot: Some(lot.clone()) }
    });
    let lines = lines.collect();
    let number = world.dice.between(100_000_000_000, 999_999_999_999);
    NewDelivery { carrier: pick(world, &CARRIERS), tracking_number: number.to_string(), lines, document: None }
}

fn seller(world: &World, running: &Running) -> Result<Actor> {
    Ok(Actor::seller(world.company(running.seller)?.person(Role::Sales)?, running.seller))
}

fn supplier(world: &World, running: &Running) -> Result<Actor> {
    Ok(Actor::supplier(world.company(running.supplier)?.person(Role::Logistics)?, running.supplier))
}

async fn take(world: &mut World, running: &Running, actor: Actor, what: Step) -> Result<()> {
    world.pass(20, 70);
    let tx = world.app().platform().await?;
    match flows::step(&tx, running.id, actor, what.clone()).await {
        Ok(_) => tx.commit().await,
        Err(problem) => {
            world.tell(format!("{} could not take {what:?}: {problem}", running.id))?;
            Err(Problem::internal(problem))
        }
    }
}

fn pick(world: &mut World, words: &[&str]) -> String {
    words.get(world.dice.below(words.len())).copied().unwrap_or_default().to_owned()
}
