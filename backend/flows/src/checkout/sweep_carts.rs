//! Carts that guests have forgotten: nobody can find them any more once the browser has lost their
//! token, so they go after a while.

use crate::Flows;
use chrono::Duration;
use kernel::{CompanyId, Result};

/// Companies read at once.
const COMPANIES: u64 = 200;
/// Carts of one company thrown away in one transaction.
const CARTS: u64 = 500;

/// Sweeps the carts of every shop. One that cannot be reached does not stop the others.
pub async fn sweep_carts(flows: Flows) -> Result<u64> {
    let mut swept = 0;
    let mut after = None;
    loop {
        let tx = flows.app.platform().await?;
        let companies = company::queries::all_trading(&tx, after, COMPANIES).await?;
        drop(tx);
        let Some(last) = companies.last() else { return Ok(swept) };
        after = Some(last.id);
        for company in &companies {
            match sweep(&flows, company.id).await {
                Ok(count) => swept += count,
                Err(problem) => tracing::warn!(company = %company.id, %problem, "forgotten carts could not be swept"),
            }
        }
    }
}

async fn sweep(flows: &Flows, company: CompanyId) -> Result<u64> {
    let days = i64::from(flows.app.config().shop.guest_cart_days);
    let before = flows.app.now() - Duration::days(days);
    let mut swept = 0;
    loop {
        let tx = flows.app.tenant(company).await?;
        let count = sales::actions::cart::sweep(&tx, before, CARTS).await?;
        tx.commit().await?;
        swept += count;
        if count < CARTS {
            return Ok(swept);
        }
    }
}
