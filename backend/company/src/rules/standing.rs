//! How the operator may change a company's status.

use crate::company::Status;

/// What the operator decides about a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Its papers are right.
    Verify,
    /// Its papers are wrong.
    Reject,
    /// It has to stop for the time being.
    Suspend,
    /// It may go on.
    Resume,
}

/// The status after a decision; none where the decision is not possible. A refused company that
/// has put its papers right may be verified after all; a resumed one returns to where it stood.
#[must_use]
pub const fn decide(status: Status, verified_before: bool, decision: Decision) -> Option<Status> {
    match (status, decision) {
        (Status::Pending | Status::Rejected, Decision::Verify) => Some(Status::Verified),
        (Status::Pending, Decision::Reject) => Some(Status::Rejected),
        (Status::Pending | Status::Verified, Decision::Suspend) => Some(Status::Suspended),
        (Status::Suspended, Decision::Resume) if verified_before => Some(Status::Verified),
        (Status::Suspended, Decision::Resume) => Some(Status::Pending),
        (Status::Verified | Status::Suspended, Decision::Verify | Decision::Reject)
        | (Status::Rejected, Decision::Reject | Decision::Suspend)
        | (Status::Suspended, Decision::Suspend)
        | (Status::Pending | Status::Verified | Status::Rejected, Decision::Resume)
        | (Status::Closed, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Decision::*, Status::*, *};

    #[test]
    fn each_decision_is_possible_where_it_makes_sense_and_nowhere_else() {
        let table = [
            (Pending, Verify, Some(Verified)),
            (Pending, Reject, Some(Rejected)),
            (Pending, Suspend, Some(Suspended)),
            (Pending, Resume, None),
            (Verified, Verify, None),
            (Verified, Reject, None),
            (Verified, Suspend, Some(Suspended)),
            (Verified, Resume, None),
            (Rejected, Verify, Some(Verified)),
            (Rejected, Reject, None),
            (Rejected, Suspend, None),
            (Rejected, Resume, None),
            (Suspended, Verify, None),
            (Suspended, Reject, None),
            (Suspended, Suspend, None),
            (Suspended, Resume, Some(Verified)),
            (Closed, Verify, None),
            (Closed, Reject, None),
            (Closed, Suspend, None),
            (Closed, Resume, None),
        ];
        for (status, decision, expected) in table {
            assert_eq!(decide(status, true, decision), expected, "{status:?} {decision:?}");
        }
        assert_eq!(decide(Suspended, false, Resume), Some(Pending));
    }
}
