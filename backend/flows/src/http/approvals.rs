//! Proposals: what one person proposes and another approves, for a company and for the operator.

mod view;

use self::view::{ProposalView, one, view};
use super::{Nothing, Reason};
use crate::{
    Flows,
    approvals::{self, Outcome, Person},
};
use actix_web::{HttpResponse, get, post, web::Data};
use approval::{Kind, State, queries::Filter};
use company::actions::{NewFeeRule, PayoutAccount};
use kernel::{AccountId, CompanyId, OperatorRole, Page, PageQuery, PayoutId, ProposalId, Result, need};
use platform::{
    Once, PlatformTx,
    http::{self, Body, Member, Operator, PathId, Query, Recent},
};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

/// Another account for payouts, and why.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ProposedAccount {
    /// The account.
    account: PayoutAccount,
    /// Why, for the person who decides.
    #[schema(min_length = 1, max_length = 500, example = "주거래 은행을 바꿨습니다.")]
    reason: String,
}

/// A fee, and why.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ProposedFee {
    /// The fee.
    rule: NewFeeRule,
    /// Why, for the person who decides.
    #[schema(min_length = 1, max_length = 500)]
    reason: String,
}

/// Which proposals.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ProposalQuery {
    /// In this state.
    #[param(inline)]
    state: Option<State>,
    /// Of this kind.
    #[param(inline)]
    kind: Option<Kind>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

/// Who calls; what the person may do is looked up in the transaction.
#[derive(Clone, Copy)]
enum Caller {
    Member(AccountId, CompanyId),
    Operator(AccountId, OperatorRole),
}

impl Caller {
    const fn account(self) -> AccountId {
        match self {
            Self::Member(account, _) | Self::Operator(account, _) => account,
        }
    }

    async fn person(self, tx: &PlatformTx) -> Result<Person> {
        match self {
            Self::Member(account, company) => Person::member(tx, account, company).await,
            Self::Operator(account, role) => Person::operator(tx, account, role).await,
        }
    }
}

async fn answer(flows: &Flows, id: ProposalId, who: Caller) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    let row = approval::queries::proposal(&tx, id).await?;
    Ok(http::ok(&one(&tx, row, &who.person(&tx).await?).await?))
}

async fn page(flows: &Flows, query: ProposalQuery, who: Caller) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    let person = who.person(&tx).await?;
    // A company knows of changes of its own payout account alone.
    let kind = if person.company.is_some() { Some(Kind::PayoutAccount) } else { query.kind };
    let filter = Filter { company: person.company, kind, state: query.state };
    let rows = approval::queries::proposals(&tx, filter, &PageQuery { limit: query.limit, cursor: query.cursor }).await?;
    let next = rows.next;
    Ok(http::ok(&Page { items: view(&tx, rows.items, &person).await?, next }))
}

async fn approve(flows: &Flows, id: ProposalId, who: Caller, once: &Once) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    let approval = async |tx: &mut PlatformTx| approvals::approve(tx, id, &who.person(tx).await?).await;
    match once.run(who.account(), tx, approval).await? {
        Outcome::Done => answer(flows, id, who).await,
        Outcome::Stale => Err(approvals::stale()),
    }
}

async fn refuse(flows: &Flows, id: ProposalId, who: Caller, body: &Body<Reason>) -> Result<HttpResponse> {
    let reason = body.value.checked()?;
    let tx = flows.app.platform().await?;
    let refusal = async |tx: &mut PlatformTx| {
        approvals::refuse(tx, id, &who.person(tx).await?, &reason).await?;
        Ok(Nothing {})
    };
    body.once.run(who.account(), tx, refusal).await?;
    answer(flows, id, who).await
}

async fn withdraw(flows: &Flows, id: ProposalId, who: Caller, once: &Once) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    let withdrawal = async |tx: &mut PlatformTx| {
        approvals::withdraw(tx, id, &who.person(tx).await?).await?;
        Ok(Nothing {})
    };
    once.run(who.account(), tx, withdrawal).await?;
    answer(flows, id, who).await
}

/// Propose another account for the company's payouts.
///
/// Another person who may manage it approves; where the company has no second one who was there
/// before, the operator does.
#[utoipa::path(operation_id = "company.payout_account.propose", request_body = ProposedAccount, responses((status = 201, body = ProposalView)))]
#[post("/company/payout-account-proposals")]
async fn propose_account(
    flows: Data<Flows>,
    who: Member<need::ManagePayoutAccount>,
    _recent: Recent,
    body: Body<ProposedAccount>,
) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    let caller = Caller::Member(who.account, who.company);
    let work = async |tx: &mut PlatformTx| {
        let ProposedAccount { account, reason } = &body.value;
        let row = approvals::propose_payout_account(&flows, tx, who.company, who.account, account, reason).await?;
        one(tx, row, &caller.person(tx).await?).await
    };
    Ok(http::created(&body.once.run(who.account, tx, work).await?))
}

/// List the changes of the payout account that were proposed, the latest first.
#[utoipa::path(operation_id = "company.proposal.list", params(ProposalQuery), responses((status = 200, body = Page<ProposalView>)))]
#[get("/company/proposals")]
async fn own(flows: Data<Flows>, who: Member<need::ManagePayoutAccount>, query: Query<ProposalQuery>) -> Result<HttpResponse> {
    page(&flows, query.0, Caller::Member(who.account, who.company)).await
}

/// Approve what another member proposed; it is carried out at once.
#[utoipa::path(operation_id = "company.proposal.approve", params(("id" = ProposalId, Path)), request_body = Nothing, responses((status = 200, body = ProposalView)))]
#[post("/company/proposals/{id}/approval")]
async fn company_approve(
    flows: Data<Flows>,
    who: Member<need::ManagePayoutAccount>,
    _recent: Recent,
    id: PathId<ProposalId>,
    body: Body<Nothing>,
) -> Result<HttpResponse> {
    approve(&flows, id.0, Caller::Member(who.account, who.company), &body.once).await
}

/// Refuse what another member proposed, with a reason.
#[utoipa::path(operation_id = "company.proposal.refuse", params(("id" = ProposalId, Path)), request_body = Reason, responses((status = 200, body = ProposalView)))]
#[post("/company/proposals/{id}/refusal")]
async fn company_refuse(
    flows: Data<Flows>,
    who: Member<need::ManagePayoutAccount>,
    _recent: Recent,
    id: PathId<ProposalId>,
    body: Body<Reason>,
) -> Result<HttpResponse> {
    refuse(&flows, id.0, Caller::Member(who.account, who.company), &body).await
}

/// Take one's own proposal back.
#[utoipa::path(operation_id = "company.proposal.withdraw", params(("id" = ProposalId, Path)), request_body = Nothing, responses((status = 200, body = ProposalView)))]
#[post("/company/proposals/{id}/withdrawal")]
async fn company_withdraw(
    flows: Data<Flows>,
    who: Member<need::ManagePayoutAccount>,
    id: PathId<ProposalId>,
    body: Body<Nothing>,
) -> Result<HttpResponse> {
    withdraw(&flows, id.0, Caller::Member(who.account, who.company), &body.once).await
}

/// Propose a fee; another person of the operator approves.
///
/// The rule before it ends when it begins. It has to be decided before that.
#[utoipa::path(operation_id = "operator.fee_rule.propose", request_body = ProposedFee, responses((status = 201, body = ProposalView)))]
#[post("/operator/fee-rule-proposals")]
async fn propose_fee(flows: Data<Flows>, who: Operator<need::CanSettle>, _recent: Recent, body: Body<ProposedFee>) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    let caller = Caller::Operator(who.account, who.role);
    let work = async |tx: &mut PlatformTx| {
        let row = approvals::propose_fee(&flows, tx, who.account, &body.value.rule, &body.value.reason).await?;
        one(tx, row, &caller.person(tx).await?).await
    };
    Ok(http::created(&body.once.run(who.account, tx, work).await?))
}

/// Propose to let a payout above the limit go; another person of the operator approves.
#[utoipa::path(operation_id = "operator.payout.propose_release", params(("id" = PayoutId, Path)), request_body = Reason, responses((status = 201, body = ProposalView)))]
#[post("/operator/payouts/{id}/release-proposal")]
async fn propose_release(
    flows: Data<Flows>,
    who: Operator<need::CanSettle>,
    _recent: Recent,
    id: PathId<PayoutId>,
    body: Body<Reason>,
) -> Result<HttpResponse> {
    let reason = body.value.checked()?;
    let tx = flows.app.platform().await?;
    let caller = Caller::Operator(who.account, who.role);
    let work = async |tx: &mut PlatformTx| {
        let row = approvals::propose_release(&flows, tx, who.account, id.0, &reason).await?;
        one(tx, row, &caller.person(tx).await?).await
    };
    Ok(http::created(&body.once.run(who.account, tx, work).await?))
}

/// List what was proposed, the latest first.
#[utoipa::path(operation_id = "operator.proposal.list", params(ProposalQuery), responses((status = 200, body = Page<ProposalView>)))]
#[get("/operator/proposals")]
async fn all(flows: Data<Flows>, who: Operator<need::ViewConsole>, query: Query<ProposalQuery>) -> Result<HttpResponse> {
    page(&flows, query.0, Caller::Operator(who.account, who.role)).await
}

/// Approve what somebody else proposed; it is carried out at once.
#[utoipa::path(operation_id = "operator.proposal.approve", params(("id" = ProposalId, Path)), request_body = Nothing, responses((status = 200, body = ProposalView)))]
#[post("/operator/proposals/{id}/approval")]
async fn operator_approve(
    flows: Data<Flows>,
    who: Operator<need::CanSettle>,
    _recent: Recent,
    id: PathId<ProposalId>,
    body: Body<Nothing>,
) -> Result<HttpResponse> {
    approve(&flows, id.0, Caller::Operator(who.account, who.role), &body.once).await
}

/// Refuse what somebody else proposed, with a reason.
#[utoipa::path(operation_id = "operator.proposal.refuse", params(("id" = ProposalId, Path)), request_body = Reason, responses((status = 200, body = ProposalView)))]
#[post("/operator/proposals/{id}/refusal")]
async fn operator_refuse(
    flows: Data<Flows>,
    who: Operator<need::CanSettle>,
    _recent: Recent,
    id: PathId<ProposalId>,
    body: Body<Reason>,
) -> Result<HttpResponse> {
    refuse(&flows, id.0, Caller::Operator(who.account, who.role), &body).await
}

/// Take one's own proposal back.
#[utoipa::path(operation_id = "operator.proposal.withdraw", params(("id" = ProposalId, Path)), request_body = Nothing, responses((status = 200, body = ProposalView)))]
#[post("/operator/proposals/{id}/withdrawal")]
async fn operator_withdraw(flows: Data<Flows>, who: Operator<need::CanSettle>, id: PathId<ProposalId>, body: Body<Nothing>) -> Result<HttpResponse> {
    withdraw(&flows, id.0, Caller::Operator(who.account, who.role), &body.once).await
}

/// Mounts the operations.
pub fn mount(config: &mut ServiceConfig) {
    config.service(propose_account).service(own).service(company_approve).service(company_refuse).service(company_withdraw);
    config.service(propose_fee).service(propose_release);
    config.service(all).service(operator_approve).service(operator_refuse).service(operator_withdraw);
}
