//! A company's money: what lies in escrow for it, what it is owed, what is on its way, and when
//! the next settlement comes.

use actix_web::{HttpResponse, get, web::Data};
use chrono::NaiveDate;
use kernel::{CompanyId, Currency, Money, Problem, Result, need};
use platform::{
    App, PlatformTx,
    clock::business_day,
    http::{self, Member},
};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

/// A company's money.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Balance {
    /// The company's share of trades that are not confirmed yet.
    pub in_escrow: Money,
    /// Released and owed to the company.
    pub payable: Money,
    /// On its way to the company's bank.
    pub on_its_way: Money,
    /// Paid out so far.
    pub paid_out: Money,
    /// The next day of settlement.
    pub next_settlement_on: NaiveDate,
    /// Confirmed, and settled on that day.
    pub next_settlement: Money,
}

#[derive(FromQueryResult)]
struct Shares {
    open_minor: i64,
    confirmed_minor: i64,
}

/// What a company has coming.
pub async fn balance(tx: &PlatformTx, id: CompanyId) -> Result<Balance> {
    let company = company::queries::by_id(tx, id).await?.ok_or_else(Problem::not_found)?;
    let currency: Currency = company.currency;
    let money = ledger::queries::company_money(tx, id, currency).await?;
    let shares = tx
        .row::<Shares>(
            "SELECT coalesce(sum(share) FILTER (WHERE state <> 'confirmed'), 0)::bigint AS open_minor,
                    coalesce(sum(share) FILTER (WHERE state = 'confirmed'), 0)::bigint AS confirmed_minor
               FROM (SELECT state, margin_minor AS share FROM trade
                      WHERE seller_id = $1 AND seller_settled_at IS NULL AND state NOT IN ('cancelled', 'settled')
                     UNION ALL
                     SELECT state, supply_minor + delivery_minor FROM trade
                      WHERE supplier_id = $1 AND supplier_settled_at IS NULL AND state NOT IN ('cancelled', 'settled')) s",
            [id.into()],
        )
        .await?
        .ok_or_else(Problem::not_found)?;
    let today = business_day(tx.now(), &company.time_zone);
    Ok(Balance {
        in_escrow: currency.minor(shares.open_minor),
        payable: money.payable,
        on_its_way: money.on_its_way,
        paid_out: money.paid_out,
        next_settlement_on: company::rules::next_settlement(company.settlement_cycle, today),
        next_settlement: currency.minor(shares.confirmed_minor),
    })
}

/// What the company has coming.
#[utoipa::path(operation_id = "company.balance.read", responses((status = 200, body = Balance)))]
#[get("/company/balance")]
async fn read(app: Data<App>, who: Member<need::ViewBooks>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    Ok(http::ok(&balance(&tx, who.company).await?))
}

/// Mounts the operation.
pub fn mount(config: &mut ServiceConfig) {
    config.service(read);
}
