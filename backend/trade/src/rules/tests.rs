//! Random sequences of legal and illegal steps over a model of a trade: the same pure functions
//! that the actions call, without a database.

use super::{
    Action, INITIAL, State,
    amounts::{Amounts, LineAmounts, Units, delivered, frozen},
    next,
};
use kernel::{ActorKind, Currency, Result};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// A trade, as far as steps and amounts go.
#[derive(Clone, Debug, PartialEq)]
struct Model {
    state: State,
    lines: Vec<Line>,
    delivery_minor: i64,
    amounts: Amounts,
    paid_minor: i64,
    refunded_minor: i64,
    /// How often the state was set, which is what the timeline counts.
    steps: usize,
}

#[derive(Clone, Debug, PartialEq)]
struct Line {
    quantity: i32,
    parts: LineAmounts,
    cancelled: bool,
}

#[derive(Clone, Debug)]
struct Attempt {
    action: Action,
    actor: ActorKind,
    /// Which line a cancellation of lines is about.
    line: usize,
    /// The share of each line that is delivered, in per cent.
    share: i32,
}

impl Model {
    fn open(units: &[Units], delivery_minor: i64) -> Result<Self> {
        let parts = frozen(units, Currency::KRW)?;
        let amounts = Amounts::of(&parts, delivery_minor, Currency::KRW)?;
        let lines = units.iter().zip(parts).map(|(unit, parts)| Line { quantity: unit.quantity, parts, cancelled: false }).collect();
        Ok(Self { state: INITIAL, lines, delivery_minor, amounts, paid_minor: amounts.total()?, refunded_minor: 0, steps: 1 })
    }

    fn take(&mut self, attempt: &Attempt) -> Result<()> {
        let standing = self.lines.iter().filter(|line| !line.cancelled).count();
        let index = attempt.line % self.lines.len();
        let action = match attempt.action {
            // Cancelling the last line that stands is cancelling the trade.
            Action::CancelLines if standing == 1 && !self.lines[index].cancelled => Action::Cancel,
            Action::CancelLines if self.lines[index].cancelled => return Err(crate::codes::LINES_UNKNOWN.into()),
            other => other,
        };
        let to = next(self.state, action, attempt.actor)?;
        let mut after = self.lines.clone();
        let mut delivery = self.amounts.delivery_minor;
        match action {
            Action::Cancel | Action::DeclinePo => {
                after.iter_mut().for_each(|line| line.cancelled = true);
                delivery = 0;
            }
            Action::CancelLines => after[index].cancelled = true,
            _ => {}
        }
        let parts: Result<Vec<_>> = after
            .iter()
            .filter(|line| !line.cancelled)
            .map(|line| match action {
                Action::ApproveShipment => delivered(line.parts, line.quantity, line.quantity * attempt.share / 100),
                _ => Ok(line.parts),
            })
            .collect();
        let moves_money = matches!(action, Action::Cancel | Action::CancelLines | Action::DeclinePo | Action::ApproveShipment);
        if moves_money {
            let amounts = Amounts::of(&parts?, delivery, Currency::KRW)?;
            self.refunded_minor += self.amounts.total()? - amounts.total()?;
            self.amounts = amounts;
        }
        self.lines = after;
        self.state = to;
        self.steps += 1;
        Ok(())
    }

    fn check(&self) -> Result<(), TestCaseError> {
        let amounts = &self.amounts;
        prop_assert_eq!(amounts.goods_minor, amounts.supply_minor + amounts.fee_minor + amounts.margin_minor);
        prop_assert_eq!(self.paid_minor, amounts.goods_minor + amounts.delivery_minor + self.refunded_minor);
        prop_assert!(amounts.goods_minor >= 0 && amounts.supply_minor >= 0 && amounts.fee_minor >= 0 && amounts.delivery_minor >= 0);
        prop_assert!((0..=amounts.fee_minor).contains(&amounts.fee_vat_minor));
        prop_assert!((0..=self.paid_minor).contains(&self.refunded_minor));
        let nothing_left = self.lines.iter().all(|line| line.cancelled);
        prop_assert_eq!(self.state == State::Cancelled, nothing_left);
        if self.state == State::Cancelled {
            prop_assert_eq!(self.refunded_minor, self.paid_minor);
            prop_assert_eq!(self.amounts, Amounts::default());
        } else {
            prop_assert_eq!(amounts.delivery_minor, self.delivery_minor);
        }
        Ok(())
    }
}

fn actor() -> impl Strategy<Value = ActorKind> {
    prop::sample::select(vec![ActorKind::Buyer, ActorKind::Seller, ActorKind::Supplier, ActorKind::Operator, ActorKind::System])
}

/// Any action, or (more often) one that moves a trade on, so that long paths are walked too.
fn attempt() -> impl Strategy<Value = Attempt> {
    let onward = prop::sample::select(vec![
        Action::RequestPo,
        Action::IssuePo,
        Action::AcceptPo,
        Action::FileDelivery,
        Action::ApproveShipment,
        Action::MarkInTransit,
        Action::MarkArrived,
        Action::Confirm,
        Action::Settle,
    ]);
    let any = prop::sample::select(<Action as sea_orm::Iterable>::iter().collect::<Vec<_>>());
    let action = prop_oneof![4 => onward, 1 => any];
    (action, actor(), 0_usize..8, 1_i32..=100).prop_map(|(action, actor, line, share)| Attempt { action, actor, line, share })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn no_sequence_of_steps_breaks_an_invariant(
        lines in prop::collection::vec((1_i32..50, 0_i64..500_000, 0_i64..500_000, 0_i64..150), 1..6),
        delivery in 0_i64..10_000,
        attempts in prop::collection::vec(attempt(), 0..120),
    ) {
        let units: Vec<Units> = lines
            .iter()
            .map(|(quantity, price, supply, permille)| Units {
                quantity: *quantity,
                price_minor: *price,
                supply_minor: *supply,
                fee_rate: Decimal::new(*permille, 3),
            })
            .collect();
        let mut trade = Model::open(&units, delivery).map_err(|e| TestCaseError::fail(e.to_string()))?;
        trade.check()?;
        for attempt in attempts {
            let before = trade.clone();
            match trade.take(&attempt) {
                Ok(()) => {
                    prop_assert!(!before.state.is_final(), "{:?} was left", before.state);
                    prop_assert_eq!(trade.steps, before.steps + 1);
                }
                Err(_) => prop_assert_eq!(&trade, &before, "a refused step changed something"),
            }
            trade.check()?;
        }
    }
}
