//! Payouts in two phases: reserved when opened, posted when they arrive, void when they come back.

mod batch;
mod end;
mod open;
mod release;
mod transfer;

pub use batch::{BATCH_LIMIT, batch, file};
pub use end::{confirm, return_};
pub use open::{OpenPayout, open};
pub use release::release;
pub use transfer::{begin_transfer, claim_transfers, transfer_refused, transfer_taken, transfer_unknown};

use crate::{codes, entity::payout, events::PayoutFacts};
use kernel::Problem;

/// Hides all but the last four characters of an account number.
#[must_use]
pub fn masked(account: &str) -> String {
    let shown = account.chars().count().saturating_sub(4);
    account.chars().enumerate().map(|(place, letter)| if place < shown && letter.is_alphanumeric() { '*' } else { letter }).collect()
}

fn facts(payout: &payout::Model) -> PayoutFacts {
    PayoutFacts {
        payout_id: payout.id,
        company_id: payout.company_id,
        number: payout.number.clone(),
        amount: payout.currency.minor(payout.amount_minor),
        bank: payout.bank.clone(),
        account_masked: payout.account.as_deref().map(masked),
        reason: payout.return_reason.clone(),
    }
}

/// Refuses a payout above the limit that two persons have not let go.
fn must_be_released(payout: &payout::Model) -> kernel::Result<()> {
    if payout.needs_release && payout.released_at.is_none() {
        return Err(Problem::new(codes::PAYOUT_NEEDS_RELEASE).detail(payout.number.clone()));
    }
    Ok(())
}

fn wrong_state(payout: &payout::Model) -> Problem {
    let state = serde_json::to_value(payout.state).ok().and_then(|state| state.as_str().map(str::to_owned)).unwrap_or_default();
    Problem::new(codes::PAYOUT_STATE).detail(format!("{} is {state}", payout.number))
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_account_number_is_masked_but_for_its_end() {
        assert_eq!(super::masked("110-123-456789"), "***-***-**6789");
        assert_eq!(super::masked("789"), "789");
    }
}
