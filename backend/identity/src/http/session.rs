//! A person signs in, stays signed in, chooses a company, and signs out. Answers with tokens are
//! never stored, so an `Idempotency-Key` has no meaning here.

use super::{
    body::{ChosenCompany, Credentials, EndQuery, ListQuery, Refresh, SessionAnswer, SessionRow},
    device,
};
use crate::{
    actions::{self, Device, Refreshed},
    codes,
    companies::{Companies, Membership},
    entity::session::{self, Model},
    me, queries, throttle,
    tokens::Keys,
};
use actix_web::{HttpRequest, HttpResponse, delete, get, post, web::Data};
use chrono::Duration;
use kernel::{AccountId, CompanyId, Page, Problem, Result, SessionId};
use platform::{
    App, PlatformTx,
    http::{self, Body, PathId, Query, Session, SignedIn},
};
use std::sync::Arc;
use utoipa_actix_web::service_config::ServiceConfig;

pub(super) type Asked = Data<Arc<dyn Companies>>;

/// Sign in.
///
/// A person with a second factor is told so, and sends the same once more with a code or a passkey. The
/// refresh token is set as a cookie. The access token is for the company of the last session,
/// or for the only one.
#[utoipa::path(operation_id = "account.session.create", request_body = Credentials, responses((status = 200, body = SessionAnswer)))]
#[post("/account/session")]
async fn open(app: Data<App>, keys: Data<Keys>, companies: Asked, request: HttpRequest, body: Body<Credentials>) -> Result<HttpResponse> {
    device::same_origin(&request)?;
    let device = device::device(&request);
    let account = actions::check_credentials(&app, &body.value.email, &body.value.password, &device).await?;
    if let Some(passkey) = &body.value.passkey {
        actions::check_passkey_of(&app, account, passkey, &device.address).await?;
    } else if body.value.code.is_some() {
        throttle::code(&app, account, &device.address).await?;
    }
    let tx = app.platform().await?;
    if body.value.passkey.is_none() {
        actions::use_code(&tx, &app.config().secret, account, body.value.code.as_deref()).await?;
    }
    opened(&app, &keys, &companies, tx, account, device).await
}

/// Opens the session of somebody who has shown who they are, and hands the device what it keeps.
pub(super) async fn opened(app: &App, keys: &Keys, companies: &Asked, tx: PlatformTx, account: AccountId, device: Device) -> Result<HttpResponse> {
    let memberships = companies.of(account).await?;
    let last = tx.one(session::latest(account)).await?.and_then(|session| session.company_id);
    let company = begin_with(&memberships, last);
    let opened = actions::open_session(&tx, app.config().auth.refresh_days, account, device, company).await?;
    tx.commit().await?;
    let mut response = answer(app, keys, companies, &opened.session).await?;
    device::keep(app, &mut response, &opened.refresh_token)?;
    device::mark(app, &mut response, &opened.mark)?;
    Ok(response)
}

/// Exchange the refresh cookie for another access token.
#[utoipa::path(operation_id = "account.session.refresh", request_body = Refresh, responses((status = 200, body = SessionAnswer)))]
#[post("/account/session/refresh")]
async fn refresh(app: Data<App>, keys: Data<Keys>, companies: Asked, request: HttpRequest, body: Body<Refresh>) -> Result<HttpResponse> {
    device::same_origin(&request)?;
    let Some(token) = device::presented(&request) else { return Err(codes::SESSION_ENDED.into()) };
    // Everything that may be refused is asked before the token is used up.
    let known = {
        let tx = app.platform().await?;
        queries::session_of(&tx, &token).await?
    };
    let Some(known) = known else { return signed_out(&app, codes::SESSION_ENDED.into()) };
    let memberships = companies.of(known.account_id).await?;
    let company = match body.value.company_id {
        Some(wanted) => Some(belongs(&memberships, wanted)?),
        None => begin_with(&memberships, known.company_id),
    };
    let tx = app.platform().await?;
    let refreshed = actions::refresh(&tx, app.config().auth.refresh_days, &token).await?;
    let (session, token) = match refreshed {
        Refreshed::Renewed { session, refresh_token } => {
            let session = actions::choose_company(&tx, session.id, company).await?;
            tx.commit().await?;
            (session, refresh_token)
        }
        Refreshed::Ended => return signed_out(&app, codes::SESSION_ENDED.into()),
        Refreshed::Stolen => {
            tx.commit().await?;
            return signed_out(&app, codes::TOKEN_REUSED.into());
        }
    };
    // The browser is given its new cookie even if the rest of the answer fails.
    let mut response = answer(&app, &keys, &companies, &session).await.unwrap_or_else(|problem| problem.answer(None));
    device::keep(&app, &mut response, &token)?;
    Ok(response)
}

/// Choose the company to act for.
#[utoipa::path(operation_id = "account.session.choose_company", request_body = ChosenCompany, responses((status = 200, body = SessionAnswer)))]
#[post("/account/session/company")]
async fn choose_company(app: Data<App>, keys: Data<Keys>, companies: Asked, who: SignedIn, body: Body<ChosenCompany>) -> Result<HttpResponse> {
    let company = belongs(&companies.of(who.account()).await?, body.value.company_id)?;
    let tx = app.platform().await?;
    let session = actions::choose_company(&tx, who.session.session, Some(company)).await?;
    tx.commit().await?;
    answer(&app, &keys, &companies, &session).await
}

/// Sign out here.
#[utoipa::path(operation_id = "account.session.end", responses((status = 204)))]
#[delete("/account/session")]
async fn close(app: Data<App>, request: HttpRequest) -> Result<HttpResponse> {
    device::same_origin(&request)?;
    if let Some(token) = device::presented(&request) {
        let tx = app.platform().await?;
        actions::end_presented(&tx, &token).await?;
        tx.commit().await?;
    }
    let mut response = http::no_content();
    device::forget(&app, &mut response)?;
    Ok(response)
}

/// List the devices on which the person is signed in.
#[utoipa::path(operation_id = "account.session.list", params(ListQuery), responses((status = 200, body = Page<SessionRow>)))]
#[get("/account/sessions")]
async fn list(app: Data<App>, who: SignedIn, query: Query<ListQuery>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let since = tx.now() - Duration::days(app.config().auth.refresh_days);
    let page = queries::sessions(&tx, who.account(), since, &query.0.page()).await?;
    Ok(http::ok(&page.map(|row| SessionRow::new(row, who.session.session))))
}

/// Sign out everywhere, or everywhere else.
#[utoipa::path(operation_id = "account.session.revoke_all", params(EndQuery), responses((status = 204)))]
#[delete("/account/sessions")]
async fn end_all(app: Data<App>, who: SignedIn, query: Query<EndQuery>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let kept = query.0.keep_current.then_some(who.session.session);
    actions::end_all_sessions(&tx, who.account(), kept).await?;
    tx.commit().await?;
    let mut response = http::no_content();
    if kept.is_none() {
        device::forget(&app, &mut response)?;
    }
    Ok(response)
}

/// Sign a device out.
#[utoipa::path(operation_id = "account.session.revoke", params(("id" = SessionId, Path)), responses((status = 204)))]
#[delete("/account/sessions/{id}")]
async fn end(app: Data<App>, who: SignedIn, id: PathId<SessionId>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    actions::end_session(&tx, who.account(), id.0).await?;
    tx.commit().await?;
    Ok(http::no_content())
}

/// The company that a session begins with: the last one, if it is still theirs, or the only one.
fn begin_with(memberships: &[Membership], last: Option<CompanyId>) -> Option<CompanyId> {
    let theirs = last.filter(|last| memberships.iter().any(|one| one.id == *last));
    let only = if let [only] = memberships { Some(only.id) } else { None };
    theirs.or(only)
}

fn belongs(memberships: &[Membership], wanted: CompanyId) -> Result<CompanyId> {
    if memberships.iter().any(|one| one.id == wanted) { Ok(wanted) } else { Err(codes::NOT_A_MEMBER.into()) }
}

async fn answer(app: &App, keys: &Keys, companies: &Asked, session: &Model) -> Result<HttpResponse> {
    let session = Session { account: session.account_id, session: session.id, company: session.company_id, proved_at: session.proved_at };
    let token = keys.issue(app, &session).await?;
    let account = me::me(app, companies.get_ref().as_ref(), &session).await?;
    Ok(http::ok(&SessionAnswer { access_token: token.token, expires_in: token.expires_in, account }))
}

/// A refusal that also has the browser forget its cookie.
fn signed_out(app: &App, problem: Problem) -> Result<HttpResponse> {
    let mut response = problem.answer(None);
    device::forget(app, &mut response)?;
    Ok(response)
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(open).service(refresh).service(choose_company).service(close).service(list).service(end_all).service(end);
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{HeldRole, Role};

    fn membership() -> Membership {
        Membership {
            id: CompanyId::new(),
            name: String::new(),
            slug: String::new(),
            role: HeldRole::BuiltIn(Role::Owner),
            role_name: None,
            permissions: Role::Owner.permissions().to_vec(),
            functions: Vec::new(),
            status: "verified".into(),
            paid_out: false,
        }
    }

    #[test]
    fn a_session_begins_with_the_last_company_or_the_only_one() {
        let (one, two) = (membership(), membership());
        let (first, second) = (one.id, two.id);
        let both = [one.clone(), two];
        assert_eq!(begin_with(&both, Some(second)), Some(second));
        assert_eq!(begin_with(&both, None), None);
        assert_eq!(begin_with(&[one.clone()], None), Some(first));
        assert_eq!(begin_with(&[one], Some(second)), Some(first));
        assert_eq!(begin_with(&[], Some(first)), None);
        assert!(belongs(&both, CompanyId::new()).is_err());
    }
}
