//! Fills the facts that lie in this context's own tables.

use super::{GateFacts, ItemFacts, LineFacts, OtherTrade, TradeFacts, VersionFacts, double_order};
use crate::{
    entity::{contract, registered_item, registered_version, trade, trade_line},
    queries,
};
use chrono::Duration;
use kernel::{CompanyId, RegisteredItemId, Result};
use platform::PlatformTx;
use std::collections::HashMap;

/// What this context knows of the trade; payment, stock and standing are left to be filled in.
pub async fn load(tx: &PlatformTx, trade: &trade::Model, lines: &[trade_line::Model]) -> Result<GateFacts> {
    let lines: Vec<&trade_line::Model> = lines.iter().filter(|line| !line.cancelled).collect();
    let mut items: Vec<RegisteredItemId> = lines.iter().map(|line| line.registered_item_id).collect();
    items.sort_unstable();
    items.dedup();
    let mut sold: Vec<(RegisteredItemId, i64)> = lines.iter().map(|line| (line.registered_item_id, line.registered_version)).collect();
    sold.sort_unstable();
    sold.dedup();
    let mut contracts = HashMap::new();
    for row in tx.all(contract::running_at(trade.seller_id, &items, trade.paid_at)).await? {
        contracts.entry(row.registered_item_id).or_insert(row.kind);
    }
    let order = tx.all(trade::of_order(trade.order_id)).await?;
    Ok(GateFacts {
        trade: trade_facts(trade),
        lines: lines.iter().map(|line| line_facts(line)).collect(),
        items: tx.all(registered_item::of(&items)).await?.into_iter().map(|row| (row.id, item_facts(row))).collect(),
        versions: tx
            .all(registered_version::of(&sold))
            .await?
            .into_iter()
            .map(|row| ((row.registered_item_id, row.version), version_facts(row)))
            .collect(),
        contracts,
        order_total_minor: order.iter().map(|trade| trade.paid_minor).sum(),
        others: others(tx, trade).await?,
        payment: None,
        stock: HashMap::new(),
        standing: HashMap::new(),
    })
}

/// Trades of the same buyer in the same shop, shortly before and not of the same order.
async fn others(tx: &PlatformTx, trade: &trade::Model) -> Result<Vec<OtherTrade>> {
    let since = trade.paid_at - Duration::minutes(double_order::WINDOW_MINUTES);
    let near = queries::near_in_time(tx, trade, since).await?;
    let ids: Vec<_> = near.iter().map(|other| other.id).collect();
    let mut lines: HashMap<_, Vec<_>> = HashMap::new();
    for line in tx.all(trade_line::of_trades(&ids)).await? {
        lines.entry(line.trade_id).or_default().push((line.variant_id, line.quantity));
    }
    Ok(near
        .into_iter()
        .map(|other| OtherTrade {
            same_address: is_same_place(&other, trade),
            lines: lines.remove(&other.id).unwrap_or_default(),
            number: other.number,
            paid_at: other.paid_at,
        })
        .collect())
}

fn is_same_place(a: &trade::Model, b: &trade::Model) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<String>();
    a.ship_to.postcode == b.ship_to.postcode && plain(&a.ship_to.address1) == plain(&b.ship_to.address1)
}

fn trade_facts(trade: &trade::Model) -> TradeFacts {
    TradeFacts {
        id: trade.id,
        seller: trade.seller_id,
        supplier: trade.supplier_id,
        contract: trade.contract,
        currency: trade.currency,
        paid_minor: trade.paid_minor,
        refunded_minor: trade.refunded_minor,
        goods_minor: trade.goods_minor,
        delivery_minor: trade.delivery_minor,
        supply_minor: trade.supply_minor,
        fee_minor: trade.fee_minor,
        margin_minor: trade.margin_minor,
        paid_at: trade.paid_at,
        ship_to: trade.ship_to.clone(),
    }
}

const fn line_facts(line: &trade_line::Model) -> LineFacts {
    LineFacts {
        id: line.id,
        item: line.registered_item_id,
        version: line.registered_version,
        variant: line.variant_id,
        tax_class: line.tax_class,
        quantity: line.quantity,
        unit_price_minor: line.unit_price_minor,
        unit_supply_minor: line.unit_supply_minor,
        goods_minor: line.goods_minor,
        supply_minor: line.supply_minor,
        fee_minor: line.fee_minor,
    }
}

fn item_facts(row: registered_item::Model) -> ItemFacts {
    ItemFacts {
        supplier: row.supplier_id,
        status: row.status,
        visibility: row.visibility,
        companies: row.companies.into_iter().map(CompanyId).collect(),
        changed_at: row.updated_at,
    }
}

fn version_facts(row: registered_version::Model) -> VersionFacts {
    VersionFacts {
        tax_class: row.tax_class,
        currency: row.currency,
        min_quantity: row.min_quantity,
        max_quantity: row.max_quantity,
        variants: row.variants.0,
    }
}
