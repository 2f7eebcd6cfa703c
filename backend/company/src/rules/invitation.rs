//! Which invitations can still be answered.

use crate::{codes, invitation::State};
use chrono::{DateTime, Duration, Utc};
use kernel::{Problem, Result};

/// Days for which the link of an invitation is good.
const GOOD_FOR_DAYS: i64 = 7;

/// Until when an invitation that is sent now can be answered.
#[must_use]
pub fn invitation_expires(now: DateTime<Utc>) -> DateTime<Utc> {
    now + Duration::days(GOOD_FOR_DAYS)
}

/// Refuses an invitation that is over, and says why.
pub fn answerable(state: State, expires_at: DateTime<Utc>, now: DateTime<Utc>) -> Result<()> {
    let code = match state {
        State::Pending if now < expires_at => return Ok(()),
        State::Pending | State::Expired => codes::INVITATION_EXPIRED,
        State::Accepted => codes::INVITATION_ACCEPTED,
        State::Declined => codes::INVITATION_DECLINED,
        State::Withdrawn => codes::INVITATION_WITHDRAWN,
    };
    Err(Problem::new(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_is_answered_once_and_in_time() {
        let now = DateTime::<Utc>::UNIX_EPOCH;
        let later = invitation_expires(now);
        assert!(answerable(State::Pending, later, now).is_ok());
        let table = [
            (State::Pending, codes::INVITATION_EXPIRED),
            (State::Expired, codes::INVITATION_EXPIRED),
            (State::Accepted, codes::INVITATION_ACCEPTED),
            (State::Declined, codes::INVITATION_DECLINED),
            (State::Withdrawn, codes::INVITATION_WITHDRAWN),
        ];
        for (state, code) in table {
            assert!(answerable(state, later, later).is_err_and(|problem| problem.code == code), "{state:?}");
        }
    }
}
