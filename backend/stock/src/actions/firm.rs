//! A paid order keeps its goods.

use super::reserve::{ReserveLine, take_all};
use crate::entity::reservation::{self, State};
use kernel::{OrderLineId, Problem, Result};
use platform::TenantTx;

/// Makes the reservations firm: they no longer end by themselves. One that was given back
/// meanwhile (the money came late) is taken again. Errors: a line that was never reserved;
/// [`crate::codes::UNAVAILABLE`] with a field per line where the goods are gone, and then none of
/// the reservations has changed.
pub async fn firm(tx: &TenantTx, lines: &[OrderLineId]) -> Result<()> {
    let rows = reservation::lock(tx, lines).await?;
    let state_of = |line: &OrderLineId| rows.iter().find(|row| row.order_line_id == *line);
    let mut again = Vec::new();
    let mut changed = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let row = state_of(line).ok_or_else(Problem::not_found)?;
        match row.state {
            State::Firm | State::Shipped => {}
            State::Held => changed.push(*line),
            State::Released => {
                changed.push(*line);
                again.push((index, ReserveLine { order_line_id: *line, variant_id: row.variant_id, quantity: row.quantity }));
            }
        }
    }
    take_all(tx, &again).await?;
    reservation::set_state(tx, &changed, State::Firm).await
}
