//! Opens a trade from the draft that was kept with the captured payment.

use super::step::{self, Step};
use crate::{
    codes::DRAFT_INVALID,
    contract::{Buyer, ContractKind},
    draft::{DraftLine, TradeDraft},
    entity::{trade, trade_line},
    events::TradeOpened,
    numbers::number,
    rules::{
        Action, INITIAL,
        amounts::{self, Amounts, LineAmounts, Units},
        deadlines,
    },
};
use kernel::{Actor, Problem, Result};
use platform::PlatformTx;
use sea_orm::{ActiveValue::Set, EntityTrait};
use uuid::Uuid;

/// The trade in state `paid`; one that was opened before is returned as it stands. Errors: a draft
/// without lines, with quantities, prices or rates that make no sense, or whose contract does not
/// fit its parties.
pub async fn open(tx: &PlatformTx, draft: &TradeDraft) -> Result<trade::Model> {
    if let Some(opened) = tx.one(trade::Entity::find_by_id(draft.trade_id)).await? {
        return Ok(opened);
    }
    if (draft.contract == ContractKind::Own) != (draft.seller_id == draft.supplier_id) {
        return Err(Problem::new(DRAFT_INVALID).field("contract", "does_not_fit_parties"));
    }
    if draft.delivery_minor < 0 {
        return Err(Problem::new(DRAFT_INVALID).field("delivery_minor", "negative"));
    }
    let units: Vec<Units> = draft.lines.iter().map(units).collect();
    let parts = amounts::frozen(&units, draft.currency)?;
    let whole = Amounts::of(&parts, draft.delivery_minor, draft.currency)?;
    let opened = tx.insert(trade_row(tx, draft, whole).await?).await?;
    tx.insert_many(draft.lines.iter().zip(&parts).map(|(line, part)| line_row(draft, line, *part)).collect()).await?;
    step::record(tx, &opened, None, &Step::new(Action::Open, Actor::SYSTEM), None).await?;
    tx.emit(&TradeOpened {
        trade_id: opened.id,
        order_id: opened.order_id,
        payment_id: opened.payment_id,
        seller_id: opened.seller_id,
        supplier_id: opened.supplier_id,
        at: tx.now(),
    })
    .await?;
    Ok(opened)
}

const fn units(line: &DraftLine) -> Units {
    Units { quantity: line.quantity, price_minor: line.unit_price_minor, supply_minor: line.unit_supply_minor, fee_rate: line.fee_rate }
}

async fn trade_row(tx: &PlatformTx, draft: &TradeDraft, whole: Amounts) -> Result<trade::ActiveModel> {
    let now = tx.now();
    let owed = deadlines::owed(INITIAL, now, None);
    Ok(trade::ActiveModel {
        id: Set(draft.trade_id),
        number: Set(free_number(tx).await?),
        order_id: Set(draft.order_id),
        order_number: Set(draft.order_number.clone()),
        payment_id: Set(draft.payment_id),
        seller_id: Set(draft.seller_id),
        supplier_id: Set(draft.supplier_id),
        buyer_account_id: Set(draft.buyer_account_id),
        contract: Set(draft.contract),
        state: Set(INITIAL),
        currency: Set(draft.currency),
        summary: Set(draft.summary()),
        paid_minor: Set(whole.total()?),
        goods_minor: Set(whole.goods_minor),
        delivery_minor: Set(whole.delivery_minor),
        supply_minor: Set(whole.supply_minor),
        fee_minor: Set(whole.fee_minor),
        fee_vat_minor: Set(whole.fee_vat_minor),
        margin_minor: Set(whole.margin_minor),
        refunded_minor: Set(0),
        buyer: Set(Buyer { locale: draft.locale, account: draft.buyer_account_id, ..draft.buyer.clone() }),
        ship_to: Set(draft.ship_to.clone()),
        hold: Set(None),
        cleared_at: Set(None),
        carrier: Set(None),
        tracking_number: Set(None),
        due_at: Set(owed.map(|(_, at)| at)),
        due_by: Set(owed.map(|(by, _)| by)),
        confirm_due_at: Set(None),
        warned_at: Set(None),
        paid_at: Set(now),
        po_issued_at: Set(None),
        arrived_at: Set(None),
        confirmed_at: Set(None),
        seller_settled_at: Set(None),
        supplier_settled_at: Set(None),
        updated_at: Set(now),
        version: Set(1),
    })
}

fn line_row(draft: &TradeDraft, line: &DraftLine, part: LineAmounts) -> trade_line::ActiveModel {
    trade_line::ActiveModel {
        id: Set(line.id),
        trade_id: Set(draft.trade_id),
        registered_item_id: Set(line.registered_item_id),
        registered_version: Set(line.registered_version),
        variant_id: Set(line.variant_id),
        listing_id: Set(line.listing_id),
        sku: Set(line.sku.clone()),
        name: Set(line.name.clone()),
        variant_name: Set(line.variant_name.clone()),
        unit: Set(line.unit.clone()),
        tax_class: Set(line.tax_class),
        category: Set(line.category.clone()),
        quantity: Set(line.quantity),
        unit_price_minor: Set(line.unit_price_minor),
        unit_supply_minor: Set(line.unit_supply_minor),
        goods_minor: Set(part.goods_minor),
        supply_minor: Set(part.supply_minor),
        fee_rate: Set(line.fee_rate),
        fee_minor: Set(part.fee_minor),
        cancelled: Set(false),
        delivered: Set(None),
    }
}

/// A number that no trade has.
async fn free_number(tx: &PlatformTx) -> Result<String> {
    loop {
        let candidate = number("T", tx.now(), Uuid::new_v4());
        if tx.one(trade::by_number(&candidate)).await?.is_none() {
            return Ok(candidate);
        }
    }
}
