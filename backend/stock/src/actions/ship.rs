//! Goods leave for the buyer.

use super::tell::tell;
use crate::{
    codes,
    entity::{
        level,
        reservation::{self, State},
        stock_move,
    },
};
use kernel::{OrderLineId, Problem, Result, StockMoveId, TradeId};
use platform::TenantTx;
use sea_orm::ActiveValue::Set;

/// Lets the goods of these lines leave: what is delivered goes off the stock, and what of a short
/// line is not delivered can be sold again. A line that has left already is left alone. Errors: a
/// line that was never reserved, [`codes::RESERVATION_ENDED`], more than was reserved.
pub async fn ship(tx: &TenantTx, trade_id: TradeId, lines: &[(OrderLineId, i32)]) -> Result<()> {
    let ids: Vec<_> = lines.iter().map(|(line, _)| *line).collect();
    let rows = reservation::lock(tx, &ids).await?;
    let mut leaving = Vec::new();
    for (index, (line, quantity)) in lines.iter().enumerate() {
        let row = rows.iter().find(|row| row.order_line_id == *line).ok_or_else(Problem::not_found)?;
        match row.state {
            State::Shipped => continue,
            // Nothing of the line is delivered, and nothing is promised any more: that agrees.
            State::Released if *quantity == 0 => continue,
            State::Released => return Err(Problem::new(codes::RESERVATION_ENDED).field(format!("lines.{index}"), "released")),
            State::Held | State::Firm => {}
        }
        if !(0..=row.quantity).contains(quantity) {
            return Err(Problem::invalid(format!("lines.{index}.quantity"), "out_of_range"));
        }
        leaving.push((row, *quantity));
    }
    leaving.sort_by_key(|(row, _)| row.variant_id);
    for (row, quantity) in leaving {
        send_off(tx, trade_id, row, quantity).await?;
    }
    Ok(())
}

async fn send_off(tx: &TenantTx, trade_id: TradeId, row: &reservation::Model, quantity: i32) -> Result<()> {
    let state = if quantity == 0 { State::Released } else { State::Shipped };
    reservation::set_state(tx, &[row.order_line_id], state).await?;
    let after = level::send_off(tx, row.variant_id, quantity, row.quantity).await?.ok_or_else(Problem::not_found)?;
    if quantity > 0 {
        tx.insert(stock_move::ActiveModel {
            id: Set(StockMoveId::new()),
            variant_id: Set(row.variant_id),
            kind: Set(stock_move::MoveKind::Shipment),
            quantity: Set(-quantity),
            on_hand: Set(after.on_hand),
            trade_id: Set(Some(trade_id)),
            reason: Set(None),
            account_id: Set(None),
            at: Set(tx.now()),
        })
        .await?;
    }
    let undelivered = row.quantity - quantity;
    tell(tx, row.variant_id, after.available - undelivered, after.available).await
}
