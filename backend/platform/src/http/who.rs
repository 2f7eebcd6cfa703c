//! Who is calling, as parameter types of handlers. A handler that does not name its caller's kind
//! in its signature cannot learn who it is, and one that names it is not reached by anyone else.

use super::{body::app, door::decided, limits};
use crate::{
    audit,
    scope::{ShopTenant, TenantRef},
};
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload, http::header, web};
use async_trait::async_trait;
use chrono::{DateTime, Duration, Utc};
use futures_util::future::LocalBoxFuture;
use kernel::{AccountId, Actor, ApiKeyId, CompanyId, Function, HeldRole, Need, OperatorRole, Permission, Problem, Result, SessionId, code};
use std::{marker::PhantomData, sync::Arc};

/// A signed-in person, as the access token says and the database confirms.
#[derive(Clone, Debug)]
pub struct Session {
    /// The person.
    pub account: AccountId,
    /// The device.
    pub session: SessionId,
    /// The company for which the token was issued, if any.
    pub company: Option<CompanyId>,
    /// When the person last proved on this device that it is them.
    pub proved_at: DateTime<Utc>,
}

/// A member's place in a company: what the role there allows, and what the company uses.
#[derive(Clone, Debug)]
pub struct Place {
    /// The role.
    pub role: HeldRole,
    /// The permissions of the role.
    pub permissions: Vec<Permission>,
    /// The functions that are switched on.
    pub functions: Vec<Function>,
}

/// What every API key begins with.
pub const KEY_PREFIX: &str = "mk_";

/// A program that speaks for a company, as its API key says and the database confirms.
#[derive(Clone, Debug)]
pub struct Program {
    /// The key.
    pub key: ApiKeyId,
    /// What the company calls it.
    pub name: String,
    /// The person who made it.
    pub account: AccountId,
    /// The company.
    pub company: CompanyId,
    /// What it may do.
    pub permissions: Vec<Permission>,
    /// The functions that the company has switched on.
    pub functions: Vec<Function>,
}

/// Knows callers. Implemented where the identity and company contexts are both known.
#[async_trait]
pub trait Authority: Send + Sync {
    /// The session behind an access token. Errors: expired or forged, revoked.
    async fn session(&self, token: &str) -> Result<Session>;
    /// The program behind an API key. Errors: unknown, expired or revoked; a stopped company.
    async fn program(&self, secret: &str) -> Result<Program>;
    /// The place of a person in a company. Error: not a member.
    async fn member(&self, account: AccountId, company: CompanyId) -> Result<Place>;
    /// Whether a company is stopped, so that it sells nothing new.
    async fn stopped(&self, company: CompanyId) -> Result<bool>;
    /// The role of a person of the operator. Error: not one.
    async fn operator(&self, account: AccountId) -> Result<OperatorRole>;
}

type Found<T> = LocalBoxFuture<'static, Result<T>>;

fn authority(request: &HttpRequest) -> Result<Arc<dyn Authority>> {
    let data = request.app_data::<web::Data<Arc<dyn Authority>>>();
    data.map(|data| Arc::clone(data.get_ref())).ok_or_else(|| Problem::internal("no authority is mounted"))
}

fn bearer(request: &HttpRequest) -> Option<String> {
    let text = request.headers().get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = text.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
}

async fn session(request: &HttpRequest) -> Result<Session> {
    let token = bearer(request).ok_or(code::UNAUTHENTICATED)?;
    if token.starts_with(KEY_PREFIX) {
        return Err(code::KEY_REFUSED.into());
    }
    authority(request)?.session(&token).await
}

/// Any signed-in person.
pub struct SignedIn {
    /// The session.
    pub session: Session,
}

impl SignedIn {
    /// The person.
    #[must_use]
    pub const fn account(&self) -> AccountId {
        self.session.account
    }
}

impl FromRequest for SignedIn {
    type Error = Problem;
    type Future = Found<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let caller = request.clone();
        decided(request, async move {
            let request = caller;
            let session = session(&request).await?;
            audit::told_by(audit::Actor::person(session.account));
            Ok(Self { session })
        })
    }
}

/// Whoever has proven within the last minutes that it is them, by password or second factor; for
/// what moves money or gives rights away. It stands beside the parameter that says who.
pub struct Recent;

impl FromRequest for Recent {
    type Error = Problem;
    type Future = Found<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let caller = request.clone();
        decided(request, async move {
            let request = caller;
            let session = session(&request).await?;
            let app = app(&request)?;
            let lasts = Duration::minutes(app.config().auth.step_up_minutes);
            if app.now() - session.proved_at <= lasts { Ok(Self) } else { Err(code::STEP_UP.into()) }
        })
    }
}

/// Anyone; signed in or not. A token that is sent must be valid.
pub struct Visitor {
    /// The person, if signed in.
    pub account: Option<AccountId>,
}

impl FromRequest for Visitor {
    type Error = Problem;
    type Future = Found<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let caller = request.clone();
        decided(request, async move {
            let request = caller;
            let account = match bearer(&request) {
                None => None,
                Some(_) => {
                    let account = session(&request).await?.account;
                    audit::told_by(audit::Actor::person(account));
                    Some(account)
                }
            };
            Ok(Self { account })
        })
    }
}

/// A member of a company who has the permission `N`, or a program with an API key that has it, while
/// the company uses its function. The company comes from the credential.
pub struct Member<N: Need> {
    /// The person; behind a program, whoever made its key.
    pub account: AccountId,
    /// The company.
    pub company: CompanyId,
    /// The key of the program, if it is one.
    pub api_key: Option<ApiKeyId>,
    permissions: Vec<Permission>,
    need: PhantomData<N>,
}

impl<N: Need> Member<N> {
    /// What the caller may do in the company.
    #[must_use]
    pub fn permissions(&self) -> &[Permission] {
        &self.permissions
    }

    /// Refuses a caller who lacks a permission that only this request needs.
    pub fn must_have(&self, needs: Permission) -> Result<()> {
        permitted(&self.permissions, needs)
    }

    /// The caller as one who acts for the selling company.
    #[must_use]
    pub const fn as_seller(&self) -> Actor {
        Actor::seller(self.account, self.company).by_key(self.api_key)
    }

    /// The caller as one who acts for the supplying company.
    #[must_use]
    pub const fn as_supplier(&self) -> Actor {
        Actor::supplier(self.account, self.company).by_key(self.api_key)
    }
}

impl<N: Need> FromRequest for Member<N> {
    type Error = Problem;
    type Future = Found<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let caller = request.clone();
        decided(request, async move {
            let request = caller;
            if let Some(secret) = bearer(&request).filter(|token| token.starts_with(KEY_PREFIX)) {
                return program(&request, &secret).await;
            }
            let session = session(&request).await?;
            let company = session.company.ok_or_else(|| Problem::new(code::FORBIDDEN).detail("choose a company first"))?;
            let Place { role, permissions, functions } = authority(&request)?.member(session.account, company).await?;
            permitted(&permissions, N::PERMISSION)?;
            going_on::<N>(&request, company).await?;
            switched_on(&functions, N::FUNCTIONS)?;
            audit::told_by(audit::Actor::member(session.account, company, &role));
            Ok(Self { account: session.account, company, api_key: None, permissions, need: PhantomData })
        })
    }
}

/// A program: known first, then counted, then asked whether it may.
async fn program<N: Need>(request: &HttpRequest, secret: &str) -> Result<Member<N>> {
    let program = authority(request)?.program(secret).await?;
    limits::count(request, program.key).await?;
    if !N::PERMISSION.for_programs() {
        return Err(code::KEY_REFUSED.into());
    }
    permitted(&program.permissions, N::PERMISSION)?;
    going_on::<N>(request, program.company).await?;
    switched_on(&program.functions, N::FUNCTIONS)?;
    request.extensions_mut().insert(program.key);
    audit::told_by(audit::Actor::api_key(program.company, program.name));
    Ok(Member { account: program.account, company: program.company, api_key: Some(program.key), permissions: program.permissions, need: PhantomData })
}

/// A person of the operator who has the permission `N`.
pub struct Operator<N: Need> {
    /// The person.
    pub account: AccountId,
    /// The role.
    pub role: OperatorRole,
    need: PhantomData<N>,
}

impl<N: Need> FromRequest for Operator<N> {
    type Error = Problem;
    type Future = Found<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let caller = request.clone();
        decided(request, async move {
            let request = caller;
            let session = session(&request).await?;
            let role = authority(&request)?.operator(session.account).await?;
            permitted(role.permissions(), N::PERMISSION)?;
            audit::told_by(audit::Actor::operator(session.account, role));
            Ok(Self { account: session.account, role, need: PhantomData })
        })
    }
}

fn permitted(has: &[Permission], needs: Permission) -> Result<()> {
    if has.contains(&needs) { Ok(()) } else { Err(code::FORBIDDEN.into()) }
}

/// Refuses what a stopped company may not do: it sells nothing new.
async fn going_on<N: Need>(request: &HttpRequest, company: CompanyId) -> Result<()> {
    if N::PERMISSION.sells() && authority(request)?.stopped(company).await? { Err(code::COMPANY_STOPPED.into()) } else { Ok(()) }
}

/// Refuses what the company has switched off, and names it.
fn switched_on(has: &[Function], lives_in: &[Function]) -> Result<()> {
    if lives_in.is_empty() || lives_in.iter().any(|function| has.contains(function)) {
        return Ok(());
    }
    Err(lives_in.iter().fold(Problem::new(code::FUNCTION_OFF), |problem, function| problem.field("function", function.name())))
}

/// The shop named in the path (`/shop/{shop}/…`), while it is open.
pub struct Shop {
    /// Where its company lives.
    pub tenant: TenantRef,
    /// Its address.
    pub slug: String,
    /// Whether it may sell.
    pub selling: bool,
    /// Whether the company has it switched on.
    pub open: bool,
    /// Whether it has to stop for the time being.
    pub paused: bool,
}

impl Shop {
    /// The company of the shop.
    #[must_use]
    pub const fn company(&self) -> CompanyId {
        self.tenant.company
    }
}

impl From<ShopTenant> for Shop {
    fn from(ShopTenant { tenant, slug, selling, open, paused }: ShopTenant) -> Self {
        Self { tenant, slug, selling, open, paused }
    }
}

impl FromRequest for Shop {
    type Error = Problem;
    type Future = Found<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let caller = request.clone();
        decided(request, async move {
            let request = caller;
            let found = app(&request)?.directory().shop(slug(&request)?).await?;
            Ok(Self::from(found))
        })
    }
}

fn slug(request: &HttpRequest) -> Result<&str> {
    request.match_info().get("shop").ok_or_else(Problem::not_found)
}

/// The shop named in the path, open or closed: for what was ordered in it, which goes on.
pub struct ShopEvenClosed(pub Shop);

impl FromRequest for ShopEvenClosed {
    type Error = Problem;
    type Future = Found<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let caller = request.clone();
        decided(request, async move {
            let request = caller;
            let found = app(&request)?.directory().shop_even_closed(slug(&request)?).await?;
            Ok(Self(Shop::from(found)))
        })
    }
}
