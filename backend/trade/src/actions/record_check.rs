//! Records a check of the gate. A trade that waits for its purchase order is held while the
//! latest check is red, and let go when it is green.

use super::{hold, step};
use crate::{
    entity::{
        gate_check::{self, Outcome},
        trade::{self, Hold},
    },
    gate::{Finding, Findings},
    rules::State,
};
use kernel::{Problem, Result, TradeId};
use platform::PlatformTx;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use std::time::Duration;

/// The step before which the gate holds a trade.
const AT: &str = "po";

/// Records what was found and how long it took; returns the trade as it waits afterwards.
pub async fn record_check(tx: &PlatformTx, id: TradeId, findings: &[Finding], took: Duration) -> Result<trade::Model> {
    let trade = step::lock(tx, id).await?;
    let seq = tx.count(gate_check::Entity::find().filter(gate_check::Column::TradeId.eq(id))).await?;
    let findings = Findings(findings.to_vec());
    tx.insert(gate_check::ActiveModel {
        trade_id: Set(id),
        seq: Set(i32::try_from(seq).map_err(Problem::internal)?),
        outcome: Set(if findings.0.is_empty() { Outcome::Green } else { Outcome::Red }),
        findings: Set(findings.clone()),
        checked_at: Set(tx.now()),
        took_us: Set(i64::try_from(took.as_micros()).unwrap_or(i64::MAX)),
    })
    .await?;
    if trade.state != State::PoRequested {
        return Ok(trade);
    }
    if !findings.0.is_empty() {
        return hold::put(tx, trade, Some(Hold { at: AT.to_owned(), findings })).await;
    }
    // A hold for another reason is not the gate's to clear.
    if trade.hold.as_ref().is_some_and(|hold| hold.at == AT) { hold::put(tx, trade, None).await } else { Ok(trade) }
}
