//! Who is calling, as parameter types of handlers. A handler that does not name its caller's kind
//! in its signature cannot learn who it is, and one that names it is not reached by anyone else.

use super::{body::app, door::decided};
use crate::scope::TenantRef;
use actix_web::{FromRequest, HttpRequest, dev::Payload, http::header, web};
use async_trait::async_trait;
use chrono::{DateTime, Duration, Utc};
use futures_util::future::LocalBoxFuture;
use kernel::{AccountId, CompanyId, Need, OperatorRole, Permission, Problem, Result, Role, SessionId, code};
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

/// Knows callers. Implemented where the identity and company contexts are both known.
#[async_trait]
pub trait Authority: Send + Sync {
    /// The session behind an access token. Errors: expired or forged, revoked.
    async fn session(&self, token: &str) -> Result<Session>;
    /// The role of a person in a company. Error: not a member.
    async fn member(&self, account: AccountId, company: CompanyId) -> Result<Role>;
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
            Ok(Self { session: session(&request).await? })
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
        let request = request.clone();
        Box::pin(async move {
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
                Some(_) => Some(session(&request).await?.account),
            };
            Ok(Self { account })
        })
    }
}

/// A member of a company who has the permission `N`. The company comes from the credential.
pub struct Member<N: Need> {
    /// The person.
    pub account: AccountId,
    /// The company.
    pub company: CompanyId,
    /// The role in it.
    pub role: Role,
    need: PhantomData<N>,
}

impl<N: Need> FromRequest for Member<N> {
    type Error = Problem;
    type Future = Found<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let caller = request.clone();
        decided(request, async move {
            let request = caller;
            let session = session(&request).await?;
            let company = session.company.ok_or_else(|| Problem::new(code::FORBIDDEN).detail("choose a company first"))?;
            let role = authority(&request)?.member(session.account, company).await?;
            permitted(role.permissions(), N::PERMISSION)?;
            if N::PERMISSION.sells() && authority(&request)?.stopped(company).await? {
                return Err(code::COMPANY_STOPPED.into());
            }
            Ok(Self { account: session.account, company, role, need: PhantomData })
        })
    }
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
            Ok(Self { account: session.account, role, need: PhantomData })
        })
    }
}

fn permitted(has: &[Permission], needs: Permission) -> Result<()> {
    if has.contains(&needs) { Ok(()) } else { Err(code::FORBIDDEN.into()) }
}

/// The shop named in the path (`/shop/{shop}/…`).
pub struct Shop {
    /// Where its company lives.
    pub tenant: TenantRef,
    /// Its address.
    pub slug: String,
    /// Whether it may sell.
    pub selling: bool,
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

impl FromRequest for Shop {
    type Error = Problem;
    type Future = Found<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let caller = request.clone();
        decided(request, async move {
            let request = caller;
            let slug = request.match_info().get("shop").ok_or_else(Problem::not_found)?;
            let found = app(&request)?.directory().shop(slug).await?;
            Ok(Self { tenant: found.tenant, slug: found.slug, selling: found.selling, paused: found.paused })
        })
    }
}
