//! Who is behind what happens, and from where. It is not handed from function to function, where
//! one could hand on another: the door of a request says it once, the worker names the rule that
//! runs, and every transaction takes it with it when it begins.

use kernel::{AccountId, CompanyId, OperatorRole};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use utoipa::ToSchema;

/// In which capacity somebody acts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = AuditActorKind)]
pub enum ActorKind {
    /// Somebody who is not signed in.
    Guest,
    /// A person, for themselves.
    Person,
    /// A member, for a company.
    Member,
    /// A person of the operator.
    Operator,
    /// A program with a company's API key.
    ApiKey,
    /// The platform itself, by a rule or a deadline.
    #[default]
    System,
}

/// Who acts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// In which capacity.
    pub kind: ActorKind,
    /// The person.
    pub account: Option<AccountId>,
    /// The company that the person acts for.
    pub company: Option<CompanyId>,
    /// The role that lets them do it.
    pub role: Option<String>,
    /// The rule by which the platform acts, or the API key.
    pub via: Option<String>,
}

impl Actor {
    /// A person, for themselves.
    #[must_use]
    pub fn person(account: AccountId) -> Self {
        Self { kind: ActorKind::Person, account: Some(account), ..Self::default() }
    }

    /// A member, for a company.
    #[must_use]
    pub fn member(account: AccountId, company: CompanyId, role: &impl Serialize) -> Self {
        Self { kind: ActorKind::Member, account: Some(account), company: Some(company), role: word(role), via: None }
    }

    /// A person of the operator.
    #[must_use]
    pub fn operator(account: AccountId, role: OperatorRole) -> Self {
        Self { kind: ActorKind::Operator, account: Some(account), role: word(&role), ..Self::default() }
    }

    /// A program with a company's API key.
    #[must_use]
    pub fn api_key(company: CompanyId, key: impl Into<String>) -> Self {
        Self { kind: ActorKind::ApiKey, company: Some(company), via: Some(key.into()), ..Self::default() }
    }

    /// The platform itself, by a rule.
    #[must_use]
    pub fn rule(name: &str) -> Self {
        Self { via: Some(name.to_owned()), ..Self::default() }
    }

    fn guest() -> Self {
        Self { kind: ActorKind::Guest, ..Self::default() }
    }
}

fn word(role: &impl Serialize) -> Option<String> {
    serde_json::to_value(role).ok().and_then(|role| role.as_str().map(str::to_owned))
}

/// From where a request came.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The client's address.
    pub address: Option<String>,
    /// What the client calls itself.
    pub agent: Option<String>,
    /// The trace id of the request.
    pub trace_id: Option<String>,
}

/// Who, and from where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// Who.
    pub actor: Actor,
    /// From where.
    pub origin: Origin,
}

impl Cause {
    /// The cause of what runs here; outside of requests and rules, the program itself.
    #[must_use]
    pub fn current() -> Self {
        CAUSE.try_with(|cause| cause.borrow().clone()).unwrap_or_else(|_| Self { actor: Actor::rule("madang"), origin: Origin::default() })
    }
}

tokio::task_local! {
    static CAUSE: RefCell<Cause>;
}

/// Runs what a request causes; whoever it turns out to be is told by [`told_by`].
pub async fn of_request<F: Future>(origin: Origin, work: F) -> F::Output {
    CAUSE.scope(RefCell::new(Cause { actor: Actor::guest(), origin }), work).await
}

/// Runs what a rule of the platform causes.
pub async fn by_rule<F: Future>(name: &str, work: F) -> F::Output {
    acting(Actor::rule(name), work).await
}

/// Runs what somebody causes without a request: the demo world, a story.
pub async fn acting<F: Future>(actor: Actor, work: F) -> F::Output {
    CAUSE.scope(RefCell::new(Cause { actor, origin: Origin::default() }), work).await
}

/// The door has found out who sent the request.
pub fn told_by(actor: Actor) {
    // Without a request there is nothing to tell.
    let _outside = CAUSE.try_with(|cause| cause.borrow_mut().actor = actor);
}
