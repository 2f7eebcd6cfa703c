//! Any sequence of steps, allowed or not, by anyone: the machine's table decides, and the journal
//! stays whole.

use kernel::{Actor, OrderLineId, Problem, Result};
use madang_tests::{Market, NewProduct, Order, Part};
use proptest::{
    collection::vec,
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};
use trade::{
    DeliveredLine, NewDelivery,
    rules::{self, Action, State},
};

/// Sequences that are tried.
const SEQUENCES: usize = 24;
/// Steps in the longest of them.
const STEPS: usize = 26;

const ACTIONS: [Action; 12] = [
    Action::RequestPo,
    Action::IssuePo,
    Action::AcceptPo,
    Action::FileDelivery,
    Action::ApproveShipment,
    Action::MarkInTransit,
    Action::MarkArrived,
    Action::Confirm,
    Action::DeclinePo,
    Action::ReturnDelivery,
    Action::Cancel,
    Action::CancelLines,
];

/// Who, what, which line or quantity, and whether the worker works afterwards.
type Draw = (u8, u8, u8, bool);

fn actors(m: &Market) -> [Actor; 5] {
    [
        Actor::buyer(None),
        Actor::seller(m.mart.owner, m.mart.id),
        Actor::supplier(m.bakery.owner, m.bakery.id),
        Actor::operator(m.operator.id),
        Actor::SYSTEM,
    ]
}

/// Mostly the next step of the way, so that the sequences come far; else anything.
fn chosen(state: State, draw: Draw, all: &[Actor; 5]) -> Option<(Action, Actor)> {
    let anyone = all.get(usize::from(draw.0) % all.len()).copied()?;
    if draw.1 < 160 {
        let way = ACTIONS.into_iter().take(8).find(|action| all.iter().any(|actor| rules::next(state, *action, actor.kind).is_ok()));
        if let Some(action) = way {
            let able = all.iter().find(|actor| rules::next(state, action, actor.kind).is_ok()).copied()?;
            return Some((action, able));
        }
    }
    Some((ACTIONS.get(usize::from(draw.1) % ACTIONS.len()).copied()?, anyone))
}

fn step_of(action: Action, part: &Part, draw: Draw) -> Option<flows::Step> {
    use flows::Step;
    let reason = "a story".to_owned();
    let line = part.lines.get(usize::from(draw.2) % part.lines.len()).map(|(line, _)| *line)?;
    let filed =
        |(line, quantity): &(OrderLineId, i32)| DeliveredLine { line_id: *line, quantity: (quantity - i32::from(draw.2 % 3)).max(0), lot: None };
    Some(match action {
        Action::RequestPo => Step::RequestPo,
        Action::IssuePo => Step::IssuePo { findings: Vec::new(), override_reason: None },
        Action::AcceptPo => Step::AcceptPo,
        Action::DeclinePo => Step::DeclinePo { reason },
        Action::FileDelivery => Step::FileDelivery(NewDelivery {
            carrier: "CJ대한통운".into(),
            tracking_number: "612345678901".into(),
            lines: part.lines.iter().map(filed).collect(),
            document: None,
        }),
        Action::ReturnDelivery => Step::ReturnDelivery { reason },
        Action::ApproveShipment => Step::ApproveShipment,
        Action::MarkInTransit => Step::MarkInTransit,
        Action::MarkArrived => Step::MarkArrived,
        Action::Confirm => Step::Confirm,
        Action::Cancel => Step::Cancel { lines: None, reason },
        Action::CancelLines => Step::Cancel { lines: Some(vec![line]), reason },
        Action::Open | Action::Settle => return None,
    })
}

#[actix_web::test]
async fn any_sequence_of_steps_keeps_the_journal_whole() -> Result<()> {
    let m = Market::open().await?;
    let cake = m.mart.supplied_by(&m.t, &m.bakery, NewProduct { selling: 11_300, supply: 8_700, stock: 1_000 }).await?;
    let loaf = m.mart.supplied_by(&m.t, &m.bakery, NewProduct { selling: 7_777, supply: 7_776, stock: 1_000 }).await?;
    m.bakery.rules(false, false, 2_500).await;
    let mut runner = TestRunner::deterministic();
    let strategy = vec(proptest::prelude::any::<Draw>(), 1..STEPS);
    let mut ends = std::collections::BTreeMap::new();
    for _ in 0..SEQUENCES {
        let draws = strategy.new_tree(&mut runner).map_err(|error| Problem::internal(error.to_string()))?.current();
        let order = m.t.paid_order(&m.mart, &[(cake.listed, 2), (loaf.listed, 3)], 2 * 11_300 + 3 * 7_777 + 2_500).await?;
        run(&m, &order, &draws).await?;
        m.t.work().await?;
        m.t.prove().await?;
        *ends.entry(m.t.state(order.trade()).await?).or_insert(0) += 1;
    }
    assert!(ends.len() > 3, "the sequences all end alike: {ends:?}");
    m.finish().await
}

async fn run(m: &Market, order: &Order, draws: &[Draw]) -> Result<()> {
    let all = actors(m);
    let part = order.part(&m.bakery);
    for draw in draws {
        let before = m.t.trade(part.trade).await?;
        let Some((action, actor)) = chosen(before.state, *draw, &all) else { continue };
        let Some(step) = step_of(action, &part, *draw) else { continue };
        let tx = m.t.madang.app.platform().await?;
        let outcome = flows::step(&tx, part.trade, actor, step).await;
        match outcome {
            Ok(after) => {
                tx.commit().await?;
                let asked = rules::next(before.state, action, actor.kind);
                // Cancelling the last line is cancelling the whole.
                let whole = rules::next(before.state, Action::Cancel, actor.kind);
                let expected = if action == Action::CancelLines && after.state == State::Cancelled { whole } else { asked };
                assert_eq!(expected.ok(), Some(after.state), "{action:?} by {:?} from {:?}", actor.kind, before.state);
                assert_eq!(after.paid_minor, after.goods_minor + after.delivery_minor + after.refunded_minor);
                assert_eq!(after.goods_minor, after.supply_minor + after.fee_minor + after.margin_minor);
            }
            Err(problem) => {
                drop(tx);
                assert!(problem.code.status < 500, "{action:?} by {:?} from {:?}: {problem:?}", actor.kind, before.state);
                assert_eq!(m.t.trade(part.trade).await?.version, before.version, "a refused step changed the trade");
            }
        }
        // The gate looks at a purchase request before it can be issued.
        if draw.3 || action == Action::RequestPo {
            m.t.work().await?;
        }
    }
    Ok(())
}
