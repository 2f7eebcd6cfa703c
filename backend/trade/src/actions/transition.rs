//! Takes any step that needs no more than a reason; bulk actions and carriers use it.

use super::{
    accept_po, approve_shipment, cancel_lines, confirm, decline_po, issue_po, mark_arrived, mark_in_transit, request_po, return_delivery, step,
};
use crate::{codes::TRANSITION_REFUSED, entity::trade, rules::Action};
use kernel::{Actor, Problem, Result, TradeId};
use platform::{PlatformTx, scope::same_version};

/// What a caller says with a step.
#[derive(Clone, Debug, Default)]
pub struct Transition {
    /// Why.
    pub reason: Option<String>,
    /// The version that the caller saw; a later one is refused.
    pub seen_version: Option<i64>,
}

/// Takes the step. Errors: no such trade for this actor, a step that the state does not allow, a
/// version that has passed, and a step that needs more than a reason (a delivery confirmation).
pub async fn transition(tx: &PlatformTx, id: TradeId, action: Action, actor: Actor, with: Transition) -> Result<trade::Model> {
    if with.seen_version.is_some() {
        same_version(with.seen_version, step::lock(tx, id).await?.version)?;
    }
    let reason = with.reason.unwrap_or_default();
    match action {
        Action::RequestPo => request_po(tx, id, actor).await,
        Action::IssuePo => Ok(issue_po(tx, id, actor).await?.0),
        Action::AcceptPo => accept_po(tx, id, actor).await,
        Action::DeclinePo => Ok(decline_po(tx, id, actor, reason).await?.trade),
        Action::ReturnDelivery => return_delivery(tx, id, actor, reason).await,
        Action::ApproveShipment => Ok(approve_shipment(tx, id, actor).await?.trade),
        Action::MarkInTransit => mark_in_transit(tx, id, actor).await,
        Action::MarkArrived => mark_arrived(tx, id, actor).await,
        Action::Confirm => confirm(tx, id, actor).await,
        Action::Cancel => Ok(cancel_lines(tx, id, actor, None, reason).await?.trade),
        Action::Open | Action::FileDelivery | Action::CancelLines | Action::Settle => {
            Err(Problem::new(TRANSITION_REFUSED).detail(format!("{} is not taken this way", action.name())))
        }
    }
}
