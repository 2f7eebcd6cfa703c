//! The operator looks into the ledger.

use super::journal::{Account, Proof, Transfer};
use crate::{
    account::AccountKind,
    proof,
    queries::{self, AccountsQuery, TransfersQuery},
};
use actix_web::{HttpResponse, get, web::Data};
use kernel::{Page, PageQuery, Result, TradeId, need};
use platform::{
    App,
    http::{self, Operator, Query},
};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

/// Which accounts are asked for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct AccountList {
    /// Of this kind.
    kind: Option<AccountKind>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

/// Which journal rows are asked for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct TransferList {
    /// Of the account with this code.
    #[param(example = "platform_fee:KRW")]
    account: Option<String>,
    /// Of this trade.
    trade_id: Option<TradeId>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

/// List the ledger's accounts with their balances.
#[utoipa::path(operation_id = "operator.ledger_account.list", params(AccountList), responses((status = 200, body = Page<Account>)))]
#[get("/operator/ledger/accounts")]
async fn accounts(app: Data<App>, _who: Operator<need::ViewConsole>, query: Query<AccountList>) -> Result<HttpResponse> {
    let AccountList { kind, limit, cursor } = query.0;
    let tx = app.platform().await?;
    let rows = queries::accounts(&tx, &AccountsQuery { kind, page: PageQuery { limit, cursor } }).await?;
    Ok(http::ok(&rows.map(Account::from)))
}

/// List rows of the journal, newest first.
#[utoipa::path(operation_id = "operator.ledger_transfer.list", params(TransferList), responses((status = 200, body = Page<Transfer>)))]
#[get("/operator/ledger/transfers")]
async fn transfers(app: Data<App>, _who: Operator<need::ViewConsole>, query: Query<TransferList>) -> Result<HttpResponse> {
    let TransferList { account, trade_id, limit, cursor } = query.0;
    let tx = app.platform().await?;
    let rows = queries::transfers(&tx, &TransfersQuery { account, trade_id, page: PageQuery { limit, cursor } }).await?;
    Ok(http::ok(&rows.map(Transfer::from)))
}

/// Prove the ledger from its journal alone.
///
/// Recomputes every balance and every hash; takes as long as the journal is.
#[utoipa::path(operation_id = "operator.ledger_proof.show", responses((status = 200, body = Proof)))]
#[get("/operator/ledger/proof")]
async fn prove(app: Data<App>, _who: Operator<need::ViewConsole>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    Ok(http::ok(&Proof::from(proof::prove(&tx).await?)))
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(accounts).service(transfers).service(prove);
}
