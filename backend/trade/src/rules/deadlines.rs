//! Which step is owed next, by whom and until when.

use super::{State, calendar::Calendar};
use crate::codes::{CLAIM_OPEN, CONFIRM_TOO_EARLY};
use chrono::{DateTime, Duration, Utc};
use kernel::{ActorKind, Result};

/// Business days after payment within which supply must have begun (E-Commerce Act art. 15).
pub const SUPPLY_BUSINESS_DAYS: u32 = 3;
/// A buyer's silence never releases the money earlier than the period of withdrawal ends
/// (E-Commerce Act art. 17).
pub const CONFIRM_DAYS_MIN: i32 = 7;
/// The longest wait that the operator may set.
pub const CONFIRM_DAYS_MAX: i32 = 60;
/// The buyer is warned this long before silence releases the money.
pub const WARNING_DAYS_BEFORE: i64 = 3;

/// Whose step is owed in a state, and until when.
#[must_use]
pub fn owed(state: State, paid_at: DateTime<Utc>, confirm_due_at: Option<DateTime<Utc>>) -> Option<(ActorKind, DateTime<Utc>)> {
    let supply = || Calendar::KR.end_of_business_day(paid_at, SUPPLY_BUSINESS_DAYS);
    match state {
        State::Paid => Some((ActorKind::Seller, supply())),
        State::PoRequested | State::DeliveryFiled => Some((ActorKind::Operator, supply())),
        State::PoIssued | State::PoAccepted | State::ShipmentApproved => Some((ActorKind::Supplier, supply())),
        State::Arrived => confirm_due_at.map(|at| (ActorKind::Buyer, at)),
        State::InTransit | State::Confirmed | State::Settled | State::Cancelled => None,
    }
}

/// The moment from which silence counts as confirmation.
#[must_use]
pub fn confirm_due_at(arrived_at: DateTime<Utc>, days: i32) -> DateTime<Utc> {
    arrived_at + Duration::days(i64::from(days.max(CONFIRM_DAYS_MIN)))
}

/// The moment from which the buyer may be warned that silence releases the money.
#[must_use]
pub fn warning_from(now: DateTime<Utc>) -> DateTime<Utc> {
    now + Duration::days(WARNING_DAYS_BEFORE)
}

/// Whether silence confirms: the deadline has passed, the buyer was warned, no claim is open.
/// Errors: [`CONFIRM_TOO_EARLY`], [`CLAIM_OPEN`].
pub fn confirmable(confirm_due_at: Option<DateTime<Utc>>, warned_at: Option<DateTime<Utc>>, open_claims: u64, now: DateTime<Utc>) -> Result<()> {
    if open_claims > 0 {
        return Err(CLAIM_OPEN.into());
    }
    if warned_at.is_some() && confirm_due_at.is_some_and(|due| due <= now) { Ok(()) } else { Err(CONFIRM_TOO_EARLY.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::Iterable;

    #[test]
    fn every_state_before_the_goods_leave_has_someone_who_owes_the_next_step() {
        let paid_at = DateTime::<Utc>::UNIX_EPOCH;
        for state in State::iter() {
            let owes = owed(state, paid_at, Some(paid_at)).map(|(actor, _)| actor);
            let moves = crate::rules::TABLE.iter().any(|row| row.from == state && owes.is_some_and(|actor| row.actors.contains(&actor)));
            assert_eq!(owes.is_some(), moves, "{state:?}");
        }
    }

    #[test]
    fn silence_confirms_after_the_deadline_and_the_warning_and_without_claims() {
        let due = DateTime::<Utc>::UNIX_EPOCH;
        let before = due - Duration::seconds(1);
        assert!(confirmable(Some(due), Some(before), 0, due).is_ok());
        assert!(confirmable(Some(due), Some(before), 0, before).is_err());
        assert!(confirmable(Some(due), None, 0, due).is_err());
        assert!(confirmable(Some(due), Some(before), 1, due).is_err());
        assert!(confirmable(None, Some(before), 0, due).is_err());
    }

    #[test]
    fn silence_never_counts_before_the_seventh_day() {
        let arrived = DateTime::<Utc>::UNIX_EPOCH;
        assert_eq!(confirm_due_at(arrived, 8), arrived + Duration::days(8));
        assert_eq!(confirm_due_at(arrived, 1), arrived + Duration::days(7));
    }
}
