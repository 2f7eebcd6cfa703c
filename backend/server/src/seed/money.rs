//! The treasurer's mornings: what the provider paid, payouts that arrived or came back, and the
//! next file for the bank.

use super::world::World;
use kernel::{Currency, Money, OperatorRole, PageQuery, Result};
use ledger::{
    Account,
    entity::payout::State,
    moves, payout,
    queries::{PayoutsQuery, balance, payouts},
};

/// What the provider keeps back against refunds, in won.
const KEPT_BACK: i64 = 150_000;
/// The provider's price: so many thousandths.
const COST_PERMILLE: i64 = 18;

/// One morning's work. `returned` names the company whose payout the bank sends back; with
/// `leave`, only the newest payout is given out and the others wait.
pub(super) async fn morning(world: &mut World, day: i64, returned: Option<&str>, leave: bool) -> Result<()> {
    provider_paid(world, day).await?;
    let returned = returned.map(|slug| world.place(slug).map(|place| place.id)).transpose()?;
    let tx = world.app().platform().await?;
    let page = PageQuery { limit: Some(100), ..PageQuery::default() };
    let sent = payouts(&tx, &PayoutsQuery { company: None, state: Some(State::Sent), page }).await?;
    for given in sent.items {
        if returned == Some(given.company_id) {
            payout::return_(&tx, given.id, "예금주 조회 오류: 은행이 이체를 돌려보냈습니다").await?;
        } else {
            payout::confirm(&tx, given.id).await?;
        }
    }
    tx.commit().await?;
    world.pass(300, 900);
    send(world, leave).await
}

/// Gives what waits to the bank.
async fn send(world: &World, leave: bool) -> Result<()> {
    let tx = world.app().platform().await?;
    let page = PageQuery { limit: Some(100), ..PageQuery::default() };
    let waiting = payouts(&tx, &PayoutsQuery { company: None, state: Some(State::Pending), page }).await?;
    let Some(newest) = waiting.items.first() else { return Ok(()) };
    let chosen = leave.then_some([newest.id]);
    payout::batch(&tx, chosen.as_ref().map(<[_; 1]>::as_slice), Some(world.operator(OperatorRole::Treasurer)?)).await?;
    tx.commit().await
}

/// The provider pays what it holds, less its price and what it keeps back.
async fn provider_paid(world: &World, day: i64) -> Result<()> {
    let tx = world.app().platform().await?;
    let held = balance(&tx, Account::GatewayClearing, Currency::KRW).await?.minor;
    if held <= KEPT_BACK {
        return Ok(());
    }
    let gross = held - KEPT_BACK;
    let key = world.now().format("%Y-%m-%d").to_string();
    moves::provider_paid(&tx, &format!("{key}:{day}"), Money::won(gross), Money::won(gross * COST_PERMILLE / 1000)).await?;
    tx.commit().await
}
