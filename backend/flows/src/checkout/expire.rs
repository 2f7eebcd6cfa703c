//! An order that was not paid in time: it ends, and the goods go back on sale.

use crate::Flows;
use kernel::{CompanyId, OrderId, OrderLineId, Result};

/// Ends an unpaid order and releases its goods. Does nothing to a paid one.
pub async fn expire(flows: &Flows, seller: CompanyId, order: OrderId) -> Result<()> {
    let tx = flows.app.tenant(seller).await?;
    sales::actions::expire(&tx, order).await?;
    let Some(full) = sales::queries::order(&tx, order).await? else { return Ok(()) };
    tx.commit().await?;
    if full.order.state == sales::order::State::Paid {
        return Ok(());
    }
    if let Some(payment) = full.order.payment_id {
        let tx = flows.app.platform().await?;
        payment::actions::cancel(&tx, payment).await?;
        tx.commit().await?;
    }
    for part in &full.parts {
        let lines: Vec<OrderLineId> = full.lines.iter().filter(|line| line.trade_id == part.trade_id).map(|line| line.id).collect();
        let tx = flows.app.tenant(part.supplier_id).await?;
        stock::actions::release_held(&tx, &lines).await?;
        tx.commit().await?;
    }
    Ok(())
}
