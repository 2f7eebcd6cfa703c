//! Proposals: what one person proposes and another approves, for a company and for the operator.

use super::{Nothing, Reason};
use crate::{
    Flows,
    approvals::{self, Decider, Outcome},
};
use actix_web::{HttpResponse, get, post, web::Data};
use approval::{Kind, Proposal, State, queries::Filter};
use chrono::{DateTime, Utc};
use company::actions::{NewFeeRule, PayoutAccount};
use kernel::{AccountId, CompanyId, Money, OperatorRole, Page, PageQuery, PayoutId, Permission, Problem, ProposalId, Result, Role, need};
use platform::{
    Once, PlatformTx,
    audit::Change,
    http::{self, Body, Member, Operator, PathId, Query, Recent},
};
use serde::{Deserialize, Serialize};
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

/// What may be done with a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum ProposalAction {
    /// Approve it; it is carried out at once.
    Approve,
    /// Refuse it, with a reason.
    Refuse,
    /// Take it back.
    Withdraw,
}

/// Somebody by name.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct ProposalPerson {
    /// The account.
    id: AccountId,
    /// The name; empty for one who has left.
    name: String,
}

/// A change that one person proposes and another approves.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = Proposal)]
struct ProposalView {
    /// The proposal.
    id: ProposalId,
    /// What kind of change.
    kind: Kind,
    /// Where it stands.
    state: State,
    /// The company that it concerns.
    #[serde(skip_serializing_if = "Option::is_none")]
    company_id: Option<CompanyId>,
    /// What it is about: the company's name, the payout's number.
    label: String,
    /// How it is, and how it is to be.
    changes: Vec<Change>,
    /// How much it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<Money>,
    /// Why.
    reason: String,
    /// Who proposed it; a company is not told who of the operator.
    #[serde(skip_serializing_if = "Option::is_none")]
    proposed_by: Option<ProposalPerson>,
    /// When.
    proposed_at: DateTime<Utc>,
    /// Until when somebody has to decide.
    expires_at: DateTime<Utc>,
    /// Who decides on it.
    decider: Decider,
    /// Who ended it.
    #[serde(skip_serializing_if = "Option::is_none")]
    ended_by: Option<ProposalPerson>,
    /// When it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    ended_at: Option<DateTime<Utc>>,
    /// Why it was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    end_reason: Option<String>,
    /// What the caller may do with it now.
    allowed_actions: Vec<ProposalAction>,
}

/// Who looks, and with which rights.
#[derive(Clone, Copy)]
struct Viewer {
    account: AccountId,
    company: Option<CompanyId>,
    may_decide: bool,
}

impl Viewer {
    fn member(account: AccountId, company: CompanyId, role: Role) -> Self {
        Self { account, company: Some(company), may_decide: role.permissions().contains(&Permission::PayoutAccountManage) }
    }

    fn operator(account: AccountId, role: OperatorRole) -> Self {
        Self { account, company: None, may_decide: role.permissions().contains(&Permission::Settle) }
    }
}

async fn view(tx: &PlatformTx, rows: Vec<Proposal>, viewer: Viewer) -> Result<Vec<ProposalView>> {
    let accounts: Vec<AccountId> = rows.iter().flat_map(|row| [Some(row.proposed_by), row.ended_by]).flatten().collect();
    let people = identity::queries::people(tx, &accounts).await?;
    let mut shown = Vec::with_capacity(rows.len());
    for row in rows {
        let decider = approvals::deciders(tx, &row).await?;
        let allowed_actions = allowed(tx, &row, viewer).await?;
        // Only the payout account is proposed by the company's own people.
        let named = viewer.company.is_none() || row.kind == Kind::PayoutAccount;
        let person = |id: AccountId| ProposalPerson {
            id,
            name: people.iter().find(|person| person.id == id).map(|person| person.name.clone()).unwrap_or_default(),
        };
        let ended_here = viewer.company.is_none() || decider == Decider::Company || row.ended_by == Some(row.proposed_by);
        shown.push(ProposalView {
            id: row.id,
            kind: row.kind,
            state: row.state,
            company_id: row.company_id,
            amount: row.amount(),
            proposed_by: named.then(|| person(row.proposed_by)),
            ended_by: row.ended_by.filter(|_| named && ended_here).map(person),
            label: row.label,
            changes: row.changes.0,
            reason: row.reason,
            proposed_at: row.proposed_at,
            expires_at: row.expires_at,
            decider,
            ended_at: row.ended_at,
            end_reason: row.end_reason,
            allowed_actions,
        });
    }
    Ok(shown)
}

async fn allowed(tx: &PlatformTx, row: &Proposal, viewer: Viewer) -> Result<Vec<ProposalAction>> {
    if row.state != State::Pending || !viewer.may_decide {
        return Ok(Vec::new());
    }
    if row.proposed_by == viewer.account {
        return Ok(vec![ProposalAction::Withdraw]);
    }
    if row.expires_at <= tx.now() || approvals::may_decide(tx, row, viewer.account, viewer.company).await.is_err() {
        return Ok(Vec::new());
    }
    Ok(vec![ProposalAction::Approve, ProposalAction::Refuse])
}

async fn one(tx: &PlatformTx, row: Proposal, viewer: Viewer) -> Result<ProposalView> {
    view(tx, vec![row], viewer).await?.pop().ok_or_else(|| Problem::internal("a proposal without a view"))
}

async fn answer(flows: &Flows, id: ProposalId, viewer: Viewer) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    let row = approval::queries::proposal(&tx, id).await?;
    Ok(http::ok(&one(&tx, row, viewer).await?))
}

async fn page(flows: &Flows, query: ProposalQuery, viewer: Viewer) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    let filter = Filter { company: viewer.company, kind: query.kind, state: query.state };
    let rows = approval::queries::proposals(&tx, filter, &PageQuery { limit: query.limit, cursor: query.cursor }).await?;
    let next = rows.next;
    Ok(http::ok(&Page { items: view(&tx, rows.items, viewer).await?, next }))
}

async fn approve(flows: &Flows, id: ProposalId, viewer: Viewer, once: &Once) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    let outcome = once.run(viewer.account, tx, async |tx| approvals::approve(tx, id, viewer.account, viewer.company).await).await?;
    match outcome {
        Outcome::Done => answer(flows, id, viewer).await,
        Outcome::Stale => Err(approvals::stale()),
    }
}

async fn refuse(flows: &Flows, id: ProposalId, viewer: Viewer, body: &Body<Reason>) -> Result<HttpResponse> {
    let reason = body.value.checked()?;
    let tx = flows.app.platform().await?;
    let refusal = async |tx: &mut PlatformTx| {
        approvals::refuse(tx, id, viewer.account, viewer.company, &reason).await?;
        Ok(Nothing {})
    };
    body.once.run(viewer.account, tx, refusal).await?;
    answer(flows, id, viewer).await
}

async fn withdraw(flows: &Flows, id: ProposalId, viewer: Viewer, once: &Once) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    let work = async |tx: &mut PlatformTx| {
        let found = approval::queries::proposal(tx, id).await?;
        if viewer.company.is_some() && found.company_id != viewer.company {
            return Err(Problem::not_found());
        }
        approval::actions::withdraw(tx, id, viewer.account).await?;
        Ok(Nothing {})
    };
    once.run(viewer.account, tx, work).await?;
    answer(flows, id, viewer).await
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
    let viewer = Viewer::member(who.account, who.company, who.role);
    let work = async |tx: &mut PlatformTx| {
        let ProposedAccount { account, reason } = &body.value;
        let row = approvals::propose_payout_account(&flows, tx, who.company, who.account, account, reason).await?;
        one(tx, row, viewer).await
    };
    Ok(http::created(&body.once.run(who.account, tx, work).await?))
}

/// List what was proposed about the company, the latest first.
#[utoipa::path(operation_id = "company.proposal.list", params(ProposalQuery), responses((status = 200, body = Page<ProposalView>)))]
#[get("/company/proposals")]
async fn own(flows: Data<Flows>, who: Member<need::ViewBooks>, query: Query<ProposalQuery>) -> Result<HttpResponse> {
    page(&flows, query.0, Viewer::member(who.account, who.company, who.role)).await
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
    approve(&flows, id.0, Viewer::member(who.account, who.company, who.role), &body.once).await
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
    refuse(&flows, id.0, Viewer::member(who.account, who.company, who.role), &body).await
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
    withdraw(&flows, id.0, Viewer::member(who.account, who.company, who.role), &body.once).await
}

/// Propose a fee; another person of the operator approves.
///
/// The rule before it ends when it begins. It has to be decided before that.
#[utoipa::path(operation_id = "operator.fee_rule.propose", request_body = ProposedFee, responses((status = 201, body = ProposalView)))]
#[post("/operator/fee-rule-proposals")]
async fn propose_fee(flows: Data<Flows>, who: Operator<need::CanSettle>, _recent: Recent, body: Body<ProposedFee>) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    let viewer = Viewer::operator(who.account, who.role);
    let work = async |tx: &mut PlatformTx| {
        let row = approvals::propose_fee(&flows, tx, who.account, &body.value.rule, &body.value.reason).await?;
        one(tx, row, viewer).await
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
    let viewer = Viewer::operator(who.account, who.role);
    let work = async |tx: &mut PlatformTx| {
        let row = approvals::propose_release(&flows, tx, who.account, id.0, &reason).await?;
        one(tx, row, viewer).await
    };
    Ok(http::created(&body.once.run(who.account, tx, work).await?))
}

/// List what was proposed, the latest first.
#[utoipa::path(operation_id = "operator.proposal.list", params(ProposalQuery), responses((status = 200, body = Page<ProposalView>)))]
#[get("/operator/proposals")]
async fn all(flows: Data<Flows>, who: Operator<need::ViewConsole>, query: Query<ProposalQuery>) -> Result<HttpResponse> {
    page(&flows, query.0, Viewer::operator(who.account, who.role)).await
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
    approve(&flows, id.0, Viewer::operator(who.account, who.role), &body.once).await
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
    refuse(&flows, id.0, Viewer::operator(who.account, who.role), &body).await
}

/// Take one's own proposal back.
#[utoipa::path(operation_id = "operator.proposal.withdraw", params(("id" = ProposalId, Path)), request_body = Nothing, responses((status = 200, body = ProposalView)))]
#[post("/operator/proposals/{id}/withdrawal")]
async fn operator_withdraw(flows: Data<Flows>, who: Operator<need::CanSettle>, id: PathId<ProposalId>, body: Body<Nothing>) -> Result<HttpResponse> {
    withdraw(&flows, id.0, Viewer::operator(who.account, who.role), &body.once).await
}

/// Mounts the operations.
pub fn mount(config: &mut ServiceConfig) {
    config.service(propose_account).service(own).service(company_approve).service(company_refuse).service(company_withdraw);
    config.service(propose_fee).service(propose_release);
    config.service(all).service(operator_approve).service(operator_refuse).service(operator_withdraw);
}
