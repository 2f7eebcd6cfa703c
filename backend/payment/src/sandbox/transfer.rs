//! The sandbox's transfers to companies. The end of the account number says how the receiving
//! bank behaves; each transfer bears a key and may be repeated.

use crate::{
    TransferOrder, TransferOutcome,
    entity::sandbox_transfer::{ActiveModel, Entity, Model},
};
use chrono::{DateTime, Duration, Utc};
use kernel::{Problem, Result};
use platform::PlatformTx;
use sea_orm::{ActiveValue::Set, EntityTrait};

/// Seconds until a late transfer arrives or comes back.
const LATE_S: i64 = 30;

/// What an account makes the provider do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Behaviour {
    /// The money arrives at once.
    Arrive,
    /// Refused at once.
    Refuse,
    /// Taken; the money arrives later.
    ArriveLate,
    /// Taken; the receiving bank sends it back later.
    ComeBack,
    /// Taken, but the answer never comes.
    Silent,
}

const ACCOUNTS: &[(&str, Behaviour)] =
    &[("0002", Behaviour::Refuse), ("0077", Behaviour::ArriveLate), ("0341", Behaviour::ComeBack), ("0119", Behaviour::Silent)];

fn behaviour(account: &str) -> Behaviour {
    let digits: String = account.chars().filter(char::is_ascii_digit).collect();
    ACCOUNTS.iter().find(|(end, _)| digits.ends_with(end)).map_or(Behaviour::Arrive, |(_, behaviour)| *behaviour)
}

/// Transfers, unless the key was used before.
pub(super) async fn make(tx: &PlatformTx, order: &TransferOrder) -> Result<TransferOutcome> {
    if order.amount.minor <= 0 {
        return Err(Problem::internal("a transfer of nothing"));
    }
    let behaviour = behaviour(&order.account);
    let late = matches!(behaviour, Behaviour::ArriveLate | Behaviour::ComeBack);
    let row = ActiveModel {
        key: Set(order.key()),
        currency: Set(order.amount.currency),
        amount_minor: Set(order.amount.minor),
        refusal: Set(matches!(behaviour, Behaviour::Refuse | Behaviour::ComeBack).then(|| "account_closed".to_owned())),
        ends_at: Set(tx.now() + Duration::seconds(if late { LATE_S } else { 0 })),
        created_at: Set(tx.now()),
    };
    let new = tx.insert_new(row).await?;
    let made = find(tx, order).await?.ok_or_else(|| Problem::internal("a transfer that was made is gone"))?;
    Ok(if new && behaviour == Behaviour::Silent { TransferOutcome::Unknown } else { made })
}

/// What became of a transfer.
pub(super) async fn find(tx: &PlatformTx, order: &TransferOrder) -> Result<Option<TransferOutcome>> {
    let row = tx.one(Entity::find_by_id(order.key())).await?;
    Ok(row.map(|row| outcome(row, tx.now())))
}

fn outcome(row: Model, now: DateTime<Utc>) -> TransferOutcome {
    match row.refusal {
        Some(message) if row.ends_at <= now => TransferOutcome::Refused { message },
        _ => TransferOutcome::Sent { provider_ref: format!("sbx_tr_{}", row.key), arrived: row.ends_at <= now },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_an_account_names_its_behaviour() {
        assert_eq!(behaviour("110-234-567890"), Behaviour::Arrive);
        assert_eq!(behaviour("110-234-56-0002"), Behaviour::Refuse);
        assert_eq!(behaviour("110234560119"), Behaviour::Silent);
    }
}
