//! The machine, step by step for every state, action and actor; and the page of documentation
//! that is printed from its table.

use super::*;
use crate::codes::{ACTOR_REFUSED, TRANSITION_REFUSED};
use std::{collections::BTreeSet, fmt::Write as _, path::Path};

const ACTORS: [ActorKind; 5] = [ActorKind::Buyer, ActorKind::Seller, ActorKind::Supplier, ActorKind::Operator, ActorKind::System];

/// The machine as DOMAIN says it, written a second time by hand: what is not here is refused.
fn expected(state: State, action: Action, actor: ActorKind) -> Option<State> {
    use ActorKind::{Buyer, Operator, Seller, Supplier, System};
    use State::{Arrived, Cancelled, Confirmed, DeliveryFiled, InTransit, Paid, PoAccepted, PoIssued, PoRequested, Settled, ShipmentApproved};
    let before_approval = matches!(state, Paid | PoRequested | PoIssued | PoAccepted | DeliveryFiled);
    match (action, actor) {
        (Action::Cancel, Buyer | Seller | Operator | System) if before_approval => Some(Cancelled),
        (Action::CancelLines, Buyer | Seller | Operator | System) if before_approval => Some(state),
        (Action::RequestPo, Seller | System) if state == Paid => Some(PoRequested),
        (Action::IssuePo, Operator | System) if state == PoRequested => Some(PoIssued),
        (Action::AcceptPo, Supplier | System) if state == PoIssued => Some(PoAccepted),
        (Action::DeclinePo, Supplier) if state == PoIssued => Some(Cancelled),
        (Action::FileDelivery, Supplier) if state == PoAccepted => Some(DeliveryFiled),
        (Action::ReturnDelivery, Operator) if state == DeliveryFiled => Some(PoAccepted),
        (Action::ApproveShipment, Operator | System) if state == DeliveryFiled => Some(ShipmentApproved),
        (Action::MarkInTransit, Supplier | System) if state == ShipmentApproved => Some(InTransit),
        (Action::MarkArrived, Supplier | System | Buyer) if state == InTransit => Some(Arrived),
        (Action::Confirm, Buyer | System) if state == Arrived => Some(Confirmed),
        (Action::Settle, System) if state == Confirmed => Some(Settled),
        _ => None,
    }
}

#[test]
fn every_state_action_and_actor_is_allowed_or_refused_as_the_domain_says() {
    for state in State::iter() {
        for action in Action::iter() {
            for actor in ACTORS {
                let found = next(state, action, actor);
                assert_eq!(found.as_ref().ok().copied(), expected(state, action, actor), "{state:?} {action:?} {actor:?}");
                if let Err(problem) = found {
                    let someone_may = ACTORS.iter().any(|other| expected(state, action, *other).is_some());
                    assert_eq!(problem.code, if someone_may { ACTOR_REFUSED } else { TRANSITION_REFUSED });
                }
                assert_eq!(allowed(state, &[actor]).contains(&action), expected(state, action, actor).is_some());
            }
        }
    }
}

#[test]
fn each_step_stands_in_the_table_once() {
    let distinct: BTreeSet<_> = TABLE.iter().map(|row| (row.from, row.action)).collect();
    assert_eq!(distinct.len(), TABLE.len());
}

#[test]
fn every_state_is_reached_and_every_one_that_is_not_final_is_left() {
    for state in State::iter() {
        assert!(state == INITIAL || TABLE.iter().any(|row| row.to == state && row.from != state), "{state:?} is never reached");
        assert_eq!(state.is_final(), !TABLE.iter().any(|row| row.from == state), "{state:?}");
    }
}

#[test]
fn screens_offer_neither_parts_of_a_step_nor_steps_of_the_system() {
    for state in State::iter() {
        let offered = offered(state, &ACTORS);
        assert!(!offered.contains(&Action::CancelLines) && !offered.contains(&Action::Settle) && !offered.contains(&Action::Open));
    }
    assert_eq!(offered(State::PoIssued, &[ActorKind::Supplier]), [Action::AcceptPo, Action::DeclinePo]);
    assert_eq!(offered(State::PoIssued, &[ActorKind::Seller, ActorKind::Supplier]), [Action::AcceptPo, Action::DeclinePo, Action::Cancel]);
    assert_eq!(offered(State::Arrived, &[ActorKind::Buyer]), [Action::Confirm]);
    assert_eq!(offered(State::Settled, &ACTORS), []);
}

#[test]
fn what_waits_for_a_company_is_what_only_it_moves_on() {
    assert_eq!(waiting_for(ActorKind::Seller), [State::Paid]);
    assert_eq!(waiting_for(ActorKind::Supplier), [State::PoIssued, State::PoAccepted, State::ShipmentApproved, State::InTransit]);
    assert_eq!(waiting_for(ActorKind::Operator), [State::PoRequested, State::DeliveryFiled]);
}

#[test]
fn stored_names_are_the_names_in_json() {
    for state in State::iter() {
        assert_eq!(serde_json::to_value(state).ok(), Some(state.name().into()));
        assert_eq!(sea_orm::ActiveEnum::to_value(&state), state.name());
    }
    for action in Action::iter() {
        assert_eq!(serde_json::to_value(action).ok(), Some(action.name().into()));
        assert_eq!(sea_orm::ActiveEnum::to_value(&action), action.name());
    }
}

#[test]
fn the_page_of_documentation_is_fresh() -> std::io::Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/states/trade.md");
    let page = page();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
        std::fs::write(&path, &page)?;
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == page, "docs/states/trade.md is stale: run this test with UPDATE=1");
    Ok(())
}

fn page() -> String {
    let mut page = String::from(
        "# States of a trade\n\n\
         Printed from the table in `backend/trade/src/rules/machine.rs`; a test fails when this page is stale.\n\
         A step that is not here is refused. A captured payment opens a trade in `paid`; its money is then in escrow.\n\n\
         | from | action | who | to | clock that runs then | money | mail |\n|---|---|---|---|---|---|---|\n",
    );
    for row in TABLE {
        let who: Vec<_> = row.actors.iter().map(|actor| format!("{actor:?}").to_lowercase()).collect();
        let or_dash = |text: &'static str| if text.is_empty() { "–" } else { text };
        let _ = writeln!(
            page,
            "| `{}` | `{}` | {} | `{}` | {} | {} | {} |",
            row.from.name(),
            row.action.name(),
            who.join(", "),
            row.to.name(),
            or_dash(row.clock),
            or_dash(row.money),
            or_dash(row.mail)
        );
    }
    page.push_str("\n```mermaid\nstateDiagram-v2\n    [*] --> paid: captured payment\n");
    for row in TABLE.iter().filter(|row| row.from != row.to) {
        let _ = writeln!(page, "    {} --> {}: {}", row.from.name(), row.to.name(), row.action.name());
    }
    for state in State::iter().filter(|state| state.is_final()) {
        let _ = writeln!(page, "    {} --> [*]", state.name());
    }
    page.push_str("```\n");
    page
}
