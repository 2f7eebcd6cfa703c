//! What may happen to a payment. Pure.

use crate::entity::payment::State;
use kernel::Money;

/// Whether a payer may try to pay: not once it is captured, held or given up.
#[must_use]
pub const fn payable(state: State) -> bool {
    matches!(state, State::Created | State::Pending | State::Failed)
}

/// What a captured amount means for a payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It was captured or held before; nothing changes.
    Known,
    /// All is right.
    Captured,
    /// A person decides; with the reason.
    Held(String),
}

/// Judges a capture. Money that comes late, after a refusal or after the payment was given up, is
/// taken; another amount or currency, or a second capture of the same order, is held.
#[must_use]
pub fn judge(state: State, expected: Money, captured: Money, order_has_other_capture: bool) -> Verdict {
    if matches!(state, State::Captured | State::Held) {
        return Verdict::Known;
    }
    if captured.currency != expected.currency {
        return Verdict::Held(format!("currency_differs: {} instead of {}", captured.currency, expected.currency));
    }
    if captured.minor != expected.minor {
        return Verdict::Held(format!("amount_differs: {} instead of {}", captured.minor, expected.minor));
    }
    if order_has_other_capture {
        return Verdict::Held("second_capture: the order is already paid".into());
    }
    Verdict::Captured
}

/// Seconds until a failed call is tried again: doubling from 2, at most an hour.
#[must_use]
pub fn backoff_s(attempts: i32) -> i64 {
    let exponent = u32::try_from(attempts.clamp(1, 20)).unwrap_or(1);
    2_i64.saturating_pow(exponent).min(3600)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Currency;

    const ALL: [State; 6] = [State::Created, State::Pending, State::Captured, State::Failed, State::Cancelled, State::Held];

    #[test]
    fn only_an_unfinished_payment_can_be_paid() {
        let payable: Vec<State> = ALL.into_iter().filter(|state| payable(*state)).collect();
        assert_eq!(payable, [State::Created, State::Pending, State::Failed]);
    }

    #[test]
    fn the_right_amount_is_captured_from_every_unfinished_state() {
        let due = Money::won(22_000);
        for state in ALL {
            let wanted = if matches!(state, State::Captured | State::Held) { Verdict::Known } else { Verdict::Captured };
            assert_eq!(judge(state, due, due, false), wanted);
        }
    }

    #[test]
    fn what_differs_is_held() {
        let due = Money::won(22_000);
        assert!(matches!(judge(State::Pending, due, Money::won(21_999), false), Verdict::Held(_)));
        assert!(matches!(judge(State::Pending, due, Money::won(22_001), false), Verdict::Held(_)));
        assert!(matches!(judge(State::Pending, due, Currency::USD.minor(22_000), false), Verdict::Held(_)));
        assert!(matches!(judge(State::Cancelled, due, due, true), Verdict::Held(_)));
    }
}
