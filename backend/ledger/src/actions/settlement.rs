//! Settles a company: lists the trades whose money was released to it, once each.

use crate::{
    codes,
    entity::{
        settlement::{self, Column, Entity},
        settlement_line::{self, Role},
    },
    events::SettlementMade,
    number::number,
    queries,
};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{CompanyId, Currency, Problem, Result, SettlementId, TradeId, code};
use platform::PlatformTx;
use sea_orm::{ActiveValue::Set, IntoActiveModel, entity::prelude::*};
use std::collections::HashSet;

/// Whom, and for which day.
#[derive(Clone, Debug)]
pub struct Settling {
    /// The company.
    pub company_id: CompanyId,
    /// Its name today.
    pub company_name: String,
    /// The currency of the lines.
    pub currency: Currency,
    /// The business day of the run, in the company's time zone.
    pub settled_on: NaiveDate,
}

/// A confirmed trade in one of the company's roles, with the trade's amounts.
#[derive(Clone, Debug)]
pub struct SettlementInput {
    /// The trade.
    pub trade_id: TradeId,
    /// The company's part in it.
    pub role: Role,
    /// The trade's number.
    pub trade_number: String,
    /// The order's number.
    pub order_number: String,
    /// Goods sold.
    pub goods_minor: i64,
    /// Supply price.
    pub supply_minor: i64,
    /// Delivery fee.
    pub delivery_minor: i64,
    /// Platform fee with VAT.
    pub fee_minor: i64,
    /// The seller's margin.
    pub margin_minor: i64,
    /// When the purchase was confirmed.
    pub confirmed_at: DateTime<Utc>,
}

/// What a run did for a company.
#[derive(Clone, Debug)]
pub struct Settled {
    /// The settlement of that day.
    pub settlement: settlement::Model,
    /// The lines that were added now; none if the day had been settled before. Only these trades
    /// are settled by this call.
    pub lines: Vec<settlement_line::Model>,
}

/// Settles the lines that were not settled before. A day that was settled already is left as it
/// is: its settlement is returned without lines, and what came since waits for the next day.
/// `None` if there is nothing to settle. Errors: too many trades; the journal released another
/// amount than a line says.
pub async fn settle(tx: &PlatformTx, settling: &Settling, inputs: &[SettlementInput]) -> Result<Option<Settled>> {
    if let Some(settlement) = of_day(tx, settling).await? {
        return Ok(Some(Settled { settlement, lines: Vec::new() }));
    }
    let before = settled_before(tx, inputs).await?;
    let fresh: Vec<&SettlementInput> = inputs.iter().filter(|input| !before.contains(&(input.trade_id, input.role))).collect();
    if fresh.is_empty() {
        return Ok(None);
    }
    let id = SettlementId::new();
    let lines: Vec<settlement_line::Model> = fresh.iter().map(|input| line(id, settling.company_id, input)).collect();
    let settlement = tx.insert(head(tx, id, settling, &fresh)?).await?;
    for chunk in lines.chunks(1_000) {
        tx.insert_many(chunk.iter().cloned().map(|line| line.into_active_model().reset_all()).collect()).await?;
    }
    if let Some(trade) = queries::unreleased_line(tx, id, settling.company_id, settling.currency).await? {
        return Err(Problem::new(codes::NOT_RELEASED).detail(trade.to_string()));
    }
    tx.emit(&SettlementMade {
        settlement_id: id,
        company_id: settlement.company_id,
        number: settlement.number.clone(),
        settled_on: settlement.settled_on,
        net: settlement.currency.minor(settlement.net_minor),
        trades: settlement.trades,
    })
    .await?;
    Ok(Some(Settled { settlement, lines }))
}

async fn of_day(tx: &PlatformTx, settling: &Settling) -> Result<Option<settlement::Model>> {
    let select = Entity::find()
        .filter(Column::CompanyId.eq(settling.company_id))
        .filter(Column::Currency.eq(settling.currency))
        .filter(Column::SettledOn.eq(settling.settled_on));
    tx.one(select).await
}

async fn settled_before(tx: &PlatformTx, inputs: &[SettlementInput]) -> Result<HashSet<(TradeId, Role)>> {
    let mut before = HashSet::new();
    for chunk in inputs.chunks(1_000) {
        let trades = chunk.iter().map(|input| input.trade_id);
        let lines = tx.all(settlement_line::Entity::find().filter(settlement_line::Column::TradeId.is_in(trades))).await?;
        before.extend(lines.into_iter().map(|line| (line.trade_id, line.role)));
    }
    Ok(before)
}

fn line(settlement_id: SettlementId, company_id: CompanyId, input: &SettlementInput) -> settlement_line::Model {
    let (gross_minor, fee_minor, net_minor) = match input.role {
        Role::Seller => (input.goods_minor, input.fee_minor, input.margin_minor),
        Role::Supplier => (input.supply_minor + input.delivery_minor, 0, input.supply_minor + input.delivery_minor),
    };
    settlement_line::Model {
        trade_id: input.trade_id,
        role: input.role,
        company_id,
        settlement_id,
        trade_number: input.trade_number.clone(),
        order_number: input.order_number.clone(),
        gross_minor,
        fee_minor,
        net_minor,
        confirmed_at: input.confirmed_at,
    }
}

fn head(tx: &PlatformTx, id: SettlementId, settling: &Settling, inputs: &[&SettlementInput]) -> Result<settlement::ActiveModel> {
    let sum = |role: Role, amount: fn(&SettlementInput) -> i64| -> i64 {
        inputs.iter().filter(|input| input.role == role).map(|input| amount(input)).sum()
    };
    let supply = sum(Role::Supplier, |input| input.supply_minor);
    let delivery = sum(Role::Supplier, |input| input.delivery_minor);
    let trades = i32::try_from(inputs.len()).map_err(|_| Problem::new(code::TOO_LARGE))?;
    Ok(settlement::ActiveModel {
        id: Set(id),
        number: Set(number('S', settling.settled_on, id.uuid())),
        company_id: Set(settling.company_id),
        company_name: Set(settling.company_name.clone()),
        currency: Set(settling.currency),
        settled_on: Set(settling.settled_on),
        sales_minor: Set(sum(Role::Seller, |input| input.goods_minor)),
        supply_minor: Set(supply),
        delivery_minor: Set(delivery),
        fee_minor: Set(sum(Role::Seller, |input| input.fee_minor)),
        net_minor: Set(supply + delivery + sum(Role::Seller, |input| input.margin_minor)),
        trades: Set(trades),
        created_at: Set(tx.now()),
    })
}
