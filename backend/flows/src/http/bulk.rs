//! The same step for many trades. Each succeeds or is refused by itself; one does not stop the others.

use super::{company_trades, operator_trades};
use crate::{
    Flows,
    trades::{Step, step},
};
use actix_web::{HttpResponse, post, web::Data};
use kernel::{Actor, Permission, Problem, Result, TradeId, need};
use platform::http::{self, Body, Member, Operator};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

/// Steps that a company takes for many trades at once.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum CompanyStep {
    RequestPo,
    AcceptPo,
    MarkInTransit,
    MarkArrived,
}

/// Steps that the operator takes for many trades at once.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum OperatorStep {
    IssuePo,
    ApproveShipment,
}

/// A company's step for many trades.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CompanyBulk {
    /// The step.
    action: CompanyStep,
    /// The trades.
    #[schema(min_items = 1, max_items = 100)]
    ids: Vec<TradeId>,
}

/// The operator's step for many trades.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct OperatorBulk {
    /// The step.
    action: OperatorStep,
    /// The trades.
    #[schema(min_items = 1, max_items = 100)]
    ids: Vec<TradeId>,
}

/// What became of each trade.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct BulkAnswer {
    /// In the order asked for.
    results: Vec<BulkResult>,
}

/// What became of one trade.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct BulkResult {
    /// The trade.
    id: TradeId,
    /// Whether the step was taken.
    ok: bool,
    /// Why not.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
}

impl BulkResult {
    fn of(id: TradeId, outcome: Result<()>) -> Self {
        Self { id, ok: outcome.is_ok(), code: outcome.err().map(|problem| problem.code.name.to_owned()) }
    }
}

/// Take a step for many trades.
#[utoipa::path(operation_id = "company.trade.step_many", request_body = CompanyBulk, responses((status = 200, body = BulkAnswer)))]
#[post("/company/trade-steps")]
async fn company(flows: Data<Flows>, who: Member<need::ViewWorkspace>, body: Body<CompanyBulk>) -> Result<HttpResponse> {
    limited(&body.value.ids)?;
    let seller = matches!(body.value.action, CompanyStep::RequestPo);
    let needed = if seller { Permission::OrdersManage } else { Permission::SupplyManage };
    who.must_have(needed)?;
    let actor = if seller { who.as_seller() } else { who.as_supplier() };
    let mut results = Vec::with_capacity(body.value.ids.len());
    for id in body.value.ids {
        let what = match body.value.action {
            CompanyStep::RequestPo => Step::RequestPo,
            CompanyStep::AcceptPo => Step::AcceptPo,
            CompanyStep::MarkInTransit => Step::MarkInTransit,
            CompanyStep::MarkArrived => Step::MarkArrived,
        };
        results.push(BulkResult::of(id, company_trades::take(&flows, actor, who.company, id, what).await));
    }
    Ok(http::ok(&BulkAnswer { results }))
}

/// Take a step for many trades.
#[utoipa::path(operation_id = "operator.trade.step_many", request_body = OperatorBulk, responses((status = 200, body = BulkAnswer)))]
#[post("/operator/trade-steps")]
async fn operator(flows: Data<Flows>, who: Operator<need::OperateTrades>, body: Body<OperatorBulk>) -> Result<HttpResponse> {
    limited(&body.value.ids)?;
    let mut results = Vec::with_capacity(body.value.ids.len());
    for id in body.value.ids {
        let outcome = match body.value.action {
            OperatorStep::IssuePo => operator_trades::issue_po(&flows, who.account, id, None).await,
            OperatorStep::ApproveShipment => approve(&flows, &who, id).await,
        };
        results.push(BulkResult::of(id, outcome));
    }
    Ok(http::ok(&BulkAnswer { results }))
}

async fn approve(flows: &Flows, who: &Operator<need::OperateTrades>, id: TradeId) -> Result<()> {
    let tx = flows.app.platform().await?;
    step(&tx, id, Actor::operator(who.account), Step::ApproveShipment).await?;
    tx.commit().await
}

fn limited(ids: &[TradeId]) -> Result<()> {
    match ids.len() {
        0 => Err(Problem::invalid("ids", "required")),
        1..=100 => Ok(()),
        _ => Err(Problem::invalid("ids", "too_many")),
    }
}

/// Mounts the bulk steps.
pub fn mount(config: &mut ServiceConfig) {
    config.service(company).service(operator);
}
