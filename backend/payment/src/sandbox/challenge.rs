//! The payer's extra step on the sandbox's own page.

use super::charge;
use crate::{
    codes,
    entity::sandbox_charge::{self, ActiveModel, State},
};
use kernel::{Money, Result};
use platform::PlatformTx;
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What the payer decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChallengeOutcome {
    /// Pays.
    Approve,
    /// Does not.
    Refuse,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ChallengeFacts {
    /// What is to be paid.
    pub amount: Money,
    /// Where the charge stands; the step can be taken while it is `challenge`.
    pub state: State,
}

/// What the page shows. Error: not found.
pub async fn challenge(tx: &PlatformTx, reference: &str) -> Result<ChallengeFacts> {
    let charge = tx.find(sandbox_charge::Entity::find_by_id(reference)).await?;
    Ok(ChallengeFacts { amount: charge.currency.minor(charge.amount_minor), state: charge.state })
}

/// The payer decides; returns where they go now. Error: the step is over.
pub async fn decide(tx: &PlatformTx, reference: &str, outcome: ChallengeOutcome) -> Result<String> {
    let charge = charge::locked(tx, reference).await?;
    if charge.state != State::Challenge {
        return Err(codes::CHALLENGE_OVER.into());
    }
    let (state, decline) = match outcome {
        ChallengeOutcome::Approve => (State::Captured, None),
        ChallengeOutcome::Refuse => (State::Declined, Some("authentication_refused".to_owned())),
    };
    let change = ActiveModel {
        reference: Set(charge.reference),
        state: Set(state),
        decline: Set(decline),
        webhook_at: Set(Some(tx.now())),
        ..Default::default()
    };
    tx.update(change).await?;
    Ok(charge.return_url.unwrap_or_else(|| "/".to_owned()))
}
