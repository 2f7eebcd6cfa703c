//! The settlement run: confirmed trades become settlements of both their companies, and what a
//! company is owed becomes a payout. A day that was run is not run twice for a company; a run that
//! stopped halfway goes on where it stopped.

use crate::Flows;
use crate::names::Company;
use chrono::{DateTime, NaiveDate, Utc};
use company::company::SettlementCycle;
use kernel::{CompanyId, Problem, Result};
use ledger::{
    Cycle, SettlementRole,
    payout::OpenPayout,
    settlement::{SettlementInput, Settling},
};
use platform::clock::{business_day, day_begins};
use serde::{Deserialize, Serialize};
use trade::entity::trade::Model as Trade;
use utoipa::ToSchema;

/// Trades settled for one company in one transaction.
const BATCH: u64 = 1_000;

/// What a run did.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, ToSchema)]
pub struct Run {
    /// Companies settled.
    pub settlements: u64,
    /// Trades settled, counted per company.
    pub trades: u64,
    /// Payouts opened.
    pub payouts: u64,
}

/// The run of the worker: settles every company whose day has come.
pub async fn daily(flows: Flows) -> Result<u64> {
    Ok(settlement_run(&flows, false).await?.settlements)
}

/// Settles the companies whose day has come, with the trades of the days before; or, with
/// `everyone`, all companies with what was confirmed until now: whoever starts a run by hand does
/// not want to wait for tomorrow.
pub async fn settlement_run(flows: &Flows, everyone: bool) -> Result<Run> {
    let mut run = Run::default();
    let mut after = None;
    loop {
        let tx = flows.app.platform().await?;
        let companies = company::queries::all_trading(&tx, after, 200).await?;
        drop(tx);
        let Some(last) = companies.last() else { return Ok(run) };
        after = Some(last.id);
        for company in &companies {
            let today = business_day(flows.app.now(), &company.time_zone);
            if everyone || cycle(company.settlement_cycle).is_due(today) {
                let until = if everyone { flows.app.now() } else { day_begins(today, &company.time_zone) };
                settle(flows, company, today, until, &mut run).await?;
            }
        }
    }
}

async fn settle(flows: &Flows, company: &Company, today: NaiveDate, until: DateTime<Utc>, run: &mut Run) -> Result<()> {
    let tx = flows.app.platform().await?;
    // One run at a time per company; the trades, and where the money goes, are read under the same lock.
    company::queries::lock(&tx, company.id).await?;
    let company = &company::queries::by_id(&tx, company.id).await?.ok_or_else(Problem::not_found)?;
    let trades = trade::queries::settleable(&tx, company.id, until, BATCH).await?;
    let inputs: Vec<SettlementInput> = trades.iter().flat_map(|trade| inputs(trade, company.id)).collect();
    let settling = Settling { company_id: company.id, company_name: company.name.clone(), currency: company.currency, settled_on: today };
    let mut settlement_id = None;
    if !inputs.is_empty()
        && let Some(settled) = ledger::settlement::settle(&tx, &settling, &inputs).await?
    {
        settlement_id = Some(settled.settlement.id);
        run.settlements += u64::from(!settled.lines.is_empty());
        run.trades += u64::try_from(settled.lines.len()).unwrap_or(0);
        for line in &settled.lines {
            trade::actions::mark_settled(&tx, line.trade_id, line.role == SettlementRole::Seller).await?;
        }
    }
    let wish = OpenPayout {
        company_id: company.id,
        company_name: company.name.clone(),
        currency: company.currency,
        settlement_id,
        on: today,
        bank: company.payout_bank.clone(),
        account: company.payout_account.clone(),
        holder: company.payout_holder.clone(),
        limit_minor: flows.app.config().approval.payout_limits.of(company.currency),
    };
    run.payouts += u64::from(ledger::payout::open(&tx, &wish).await?.is_some());
    tx.commit().await
}

/// A company's lines of a trade: as seller its margin, as supplier the supply price and the delivery fee.
fn inputs(trade: &Trade, company: CompanyId) -> Vec<SettlementInput> {
    let line = |role| SettlementInput {
        trade_id: trade.id,
        role,
        trade_number: trade.number.clone(),
        order_number: trade.order_number.clone(),
        goods_minor: trade.goods_minor,
        supply_minor: trade.supply_minor,
        delivery_minor: trade.delivery_minor,
        fee_minor: trade.fee_minor,
        margin_minor: trade.margin_minor,
        confirmed_at: trade.confirmed_at.unwrap_or(trade.updated_at),
    };
    let mut lines = Vec::new();
    if trade.seller_id == company && trade.seller_settled_at.is_none() {
        lines.push(line(SettlementRole::Seller));
    }
    if trade.supplier_id == company && trade.supplier_settled_at.is_none() {
        lines.push(line(SettlementRole::Supplier));
    }
    lines
}

const fn cycle(of: SettlementCycle) -> Cycle {
    match of {
        SettlementCycle::Daily => Cycle::Daily,
        SettlementCycle::Weekly => Cycle::Weekly,
        SettlementCycle::Monthly => Cycle::Monthly,
    }
}
