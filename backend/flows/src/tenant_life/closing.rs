//! Closing a company: never while somebody still waits for goods or money, and then in three steps,
//! each of which may be repeated: nobody gets in any more, its part of the database goes but for
//! what the law keeps, and that this is done is noted.

use super::law::kept;
use crate::Flows;
use company::{Company, actions};
use kernel::{CompanyId, Problem, Result};
use platform::{PlatformTx, scope::Keeping};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

/// Companies looked at in one go.
const PAGE: u64 = 50;
/// Open trades counted at the most.
const COUNTED: u64 = 1_000;

/// What stands in the way of closing a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Hindrance {
    /// Trades that are neither settled nor cancelled.
    OpenTrades,
    /// Money that the operator owes it.
    MoneyOwedToIt,
    /// Money that it owes the operator.
    MoneyItOwes,
    /// Money on its way to its bank.
    PayoutOnItsWay,
}

/// A hindrance, and how much of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ClosureHindrance)]
pub struct Found {
    /// What it is.
    pub what: Hindrance,
    /// How many trades.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
    /// How much money.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<kernel::Money>,
}

/// All that stands in the way of closing a company.
pub async fn hindrances(tx: &PlatformTx, company: &Company) -> Result<Vec<Found>> {
    let trades = trade::queries::open_of(tx, company.id, COUNTED).await?.len();
    let money = ledger::queries::company_money(tx, company.id, company.currency).await?;
    let mut found = Vec::new();
    if trades > 0 {
        found.push(Found { what: Hindrance::OpenTrades, count: u64::try_from(trades).ok(), amount: None });
    }
    let mut amount = |what, amount: kernel::Money| {
        if amount.minor != 0 {
            found.push(Found { what, count: None, amount: Some(company.currency.minor(amount.minor.abs())) });
        }
    };
    let what = if money.payable.minor < 0 { Hindrance::MoneyItOwes } else { Hindrance::MoneyOwedToIt };
    amount(what, money.payable);
    amount(Hindrance::PayoutOnItsWay, money.on_its_way);
    Ok(found)
}

/// Closes the companies whose time has come and in whose way nothing stands; returns how many.
pub async fn close_due(flows: Flows) -> Result<u64> {
    let (mut done, mut after) = (0, None);
    loop {
        let tx = flows.app.platform().await?;
        let due = company::queries::closures_due(&tx, after, PAGE).await?;
        drop(tx);
        let Some(last) = due.last() else { return Ok(done) };
        after = Some(last.company_id);
        for asked in due {
            match close(&flows, asked.company_id).await {
                Ok(true) => done += 1,
                // It is looked at again; its screens say what it waits for.
                Ok(false) => tracing::info!(company = %asked.company_id, "a company that leaves still has something to finish"),
                Err(problem) => tracing::error!(company = %asked.company_id, %problem, "a company could not be closed"),
            }
        }
    }
}

async fn close(flows: &Flows, id: CompanyId) -> Result<bool> {
    let app = &flows.app;
    let tx = app.platform().await?;
    company::queries::lock(&tx, id).await?;
    let row = company::queries::by_id(&tx, id).await?.ok_or_else(Problem::not_found)?;
    if row.status != company::company::Status::Closed && !hindrances(&tx, &row).await?.is_empty() {
        return Ok(false);
    }
    let (slug, row) = (row.slug, actions::close(&tx, id).await?);
    notify::actions::webhooks::remove_all(&tx, id).await?;
    tx.commit().await?;

    let address =
        [Some(row.postcode.as_str()), Some(row.address1.as_str()), row.address2.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let company = json!({
        "name": row.name, "business_number": row.business_number, "representative": row.representative, "slug": slug,
        "address": address,
    });
    let keeping = Keeping { company, rule: kept, now: app.now() };
    let rows = app.provisioner().retire(&row.place()?, &keeping).await?;
    tracing::info!(company = %id, rows, "a company has left; what the law keeps is set apart");
    let tx = app.platform().await?;
    let exports = company::queries::exports_left(&tx, id, PAGE).await?;
    drop(tx);
    for export in exports {
        app.storage().delete(&export.key()).await?;
        let tx = app.platform().await?;
        actions::export_gone(&tx, export).await?;
        tx.commit().await?;
    }
    let tx = app.platform().await?;
    actions::closed(&tx, id).await?;
    tx.commit().await?;
    Ok(true)
}

/// Deletes the kept records whose time is over; returns how many.
pub async fn forget(flows: Flows) -> Result<u64> {
    flows.app.provisioner().forget(flows.app.now()).await
}
