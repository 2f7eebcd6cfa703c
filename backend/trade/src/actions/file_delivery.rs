//! The supplier files the delivery confirmation: what leaves, by which carrier, with which paper.

use super::step::{self, Step};
use crate::{
    codes::DELIVERY_INVALID,
    entity::{delivery_confirmation, delivery_line, document, trade, trade_line},
    rules::Action,
};
use kernel::{Actor, DeliveryConfirmationId, FileId, OrderLineId, Problem, Result, TradeId};
use platform::PlatformTx;
use sea_orm::ActiveValue::Set;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// Longest name of a carrier, tracking number and lot.
const TEXT_LENGTH_MAX: usize = 60;

/// A delivery confirmation to file.
#[derive(Clone, Debug)]
pub struct NewDelivery {
    /// The carrier.
    pub carrier: String,
    /// Its number for the parcel.
    pub tracking_number: String,
    /// What is delivered; a line that is not named is not delivered.
    pub lines: Vec<DeliveredLine>,
    /// The paper, uploaded by the supplier before.
    pub document: Option<FileId>,
}

/// A line of a delivery.
#[derive(Clone, Debug, Serialize)]
pub struct DeliveredLine {
    /// The trade's line.
    pub line_id: OrderLineId,
    /// How many are delivered, at most as many as were ordered.
    pub quantity: i32,
    /// The lot that they come from.
    pub lot: Option<String>,
}

/// The content whose hash is kept, field by field in this order.
#[derive(Serialize)]
struct Content<'a> {
    trade: TradeId,
    carrier: &'a str,
    tracking_number: &'a str,
    lines: &'a [DeliveredLine],
    document_sha256: Option<&'a str>,
}

/// `po_accepted` → `delivery_filed`. Errors: quantities above the ordered ones or zero in all,
/// lines of another trade, a file that is not the supplier's.
pub async fn file_delivery(tx: &PlatformTx, id: TradeId, actor: Actor, new: NewDelivery) -> Result<trade::Model> {
    let trade = step::lock(tx, id).await?;
    step::permit(&trade, Action::FileDelivery, actor)?;
    let lines = tx.all(trade_line::of_trades(&[id])).await?;
    let new = checked(new, &lines)?;
    let document = match new.document {
        None => None,
        Some(file) => Some(
            tx.one(document::of_company(trade.supplier_id, file)).await?.ok_or_else(|| Problem::new(DELIVERY_INVALID).field("file_id", "unknown"))?,
        ),
    };
    let content = Content {
        trade: id,
        carrier: &new.carrier,
        tracking_number: &new.tracking_number,
        lines: &new.lines,
        document_sha256: document.as_ref().map(|file| file.sha256.as_str()),
    };
    let content_sha256 = hex::encode(Sha256::digest(serde_json::to_vec(&content).map_err(Problem::internal)?));
    let confirmation = tx.insert(confirmation_row(tx, &trade, actor, &new, document, &content_sha256)).await?;
    let rows = new.lines.iter().map(|line| delivery_line::ActiveModel {
        delivery_confirmation_id: Set(confirmation.id),
        trade_line_id: Set(line.line_id),
        quantity: Set(line.quantity),
        lot: Set(line.lot.clone()),
    });
    tx.insert_many(rows.collect()).await?;
    let details = serde_json::json!({ "delivery_confirmation_id": confirmation.id, "content_sha256": content_sha256 });
    let step = Step::new(Action::FileDelivery, actor).details(details);
    step::take(tx, &trade, step, |row| {
        row.carrier = Set(Some(new.carrier));
        row.tracking_number = Set(Some(new.tracking_number));
    })
    .await
}

fn confirmation_row(
    tx: &PlatformTx,
    trade: &trade::Model,
    actor: Actor,
    new: &NewDelivery,
    document: Option<document::Model>,
    content_sha256: &str,
) -> delivery_confirmation::ActiveModel {
    let mut row = delivery_confirmation::ActiveModel {
        id: Set(DeliveryConfirmationId::new()),
        trade_id: Set(trade.id),
        filed_at: Set(tx.now()),
        filed_by: Set(actor.account),
        carrier: Set(new.carrier.clone()),
        tracking_number: Set(new.tracking_number.clone()),
        content_sha256: Set(content_sha256.to_owned()),
        ..Default::default()
    };
    if let Some(file) = document {
        row.document_id = Set(Some(file.id));
        row.document_key = Set(Some(file.key));
        row.document_name = Set(Some(file.name));
        row.document_type = Set(Some(file.media_type));
        row.document_sha256 = Set(Some(file.sha256));
    }
    row
}

/// The confirmation with blanks trimmed and lines in order. Error: every fault, by field.
fn checked(mut new: NewDelivery, lines: &[trade_line::Model]) -> Result<NewDelivery> {
    let mut problem = Problem::new(DELIVERY_INVALID);
    for (field, text) in [("carrier", &mut new.carrier), ("tracking_number", &mut new.tracking_number)] {
        *text = text.trim().to_owned();
        if text.is_empty() {
            problem = problem.field(field, "required");
        } else if text.chars().count() > TEXT_LENGTH_MAX {
            problem = problem.field(field, "too_long");
        }
    }
    for (index, line) in new.lines.iter_mut().enumerate() {
        line.lot = line.lot.take().map(|lot| lot.trim().to_owned()).filter(|lot| !lot.is_empty());
        if line.lot.as_ref().is_some_and(|lot| lot.chars().count() > TEXT_LENGTH_MAX) {
            problem = problem.field(format!("lines.{index}.lot"), "too_long");
        }
        match lines.iter().find(|ordered| ordered.id == line.line_id && !ordered.cancelled) {
            None => problem = problem.field(format!("lines.{index}.line_id"), "unknown"),
            Some(ordered) if line.quantity > ordered.quantity => {
                problem = problem.field(format!("lines.{index}.quantity"), "more_than_ordered");
            }
            Some(_) if line.quantity < 0 => problem = problem.field(format!("lines.{index}.quantity"), "negative"),
            Some(_) => {}
        }
    }
    new.lines.sort_by_key(|line| line.line_id);
    if new.lines.windows(2).any(|pair| pair[0].line_id == pair[1].line_id) {
        problem = problem.field("lines", "repeated");
    }
    if new.lines.iter().all(|line| line.quantity == 0) {
        problem = problem.field("lines", "nothing_delivered");
    }
    if problem.fields.is_empty() { Ok(new) } else { Err(problem) }
}

#[cfg(test)]
mod tests;
