//! Who acts. Every timeline entry and every audit record names an actor.

use crate::{AccountId, ApiKeyId, CompanyId};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The kinds of actor, as tables of transitions speak of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum ActorKind {
    /// The buyer of the order.
    Buyer,
    /// The company whose shop took the order.
    Seller,
    /// The company whose item is delivered.
    Supplier,
    /// The platform operator.
    Operator,
    /// A rule or a deadline of the platform itself.
    System,
}

/// Who acts, and under which account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor {
    /// In which capacity.
    pub kind: ActorKind,
    /// The person, where there is one (a guest buyer and the system have none).
    pub account: Option<AccountId>,
    /// The company on whose behalf, where there is one.
    pub company: Option<CompanyId>,
    /// The API key, where a program acts; the account is then that of the person who made the key.
    pub api_key: Option<ApiKeyId>,
}

impl Actor {
    /// The platform itself.
    pub const SYSTEM: Self = Self { kind: ActorKind::System, account: None, company: None, api_key: None };

    /// A buyer; a guest has no account.
    #[must_use]
    pub const fn buyer(account: Option<AccountId>) -> Self {
        Self { kind: ActorKind::Buyer, account, company: None, api_key: None }
    }

    /// A member who acts for the selling company.
    #[must_use]
    pub const fn seller(account: AccountId, company: CompanyId) -> Self {
        Self { kind: ActorKind::Seller, account: Some(account), company: Some(company), api_key: None }
    }

    /// A member who acts for the supplying company.
    #[must_use]
    pub const fn supplier(account: AccountId, company: CompanyId) -> Self {
        Self { kind: ActorKind::Supplier, account: Some(account), company: Some(company), api_key: None }
    }

    /// A person of the operator.
    #[must_use]
    pub const fn operator(account: AccountId) -> Self {
        Self { kind: ActorKind::Operator, account: Some(account), company: None, api_key: None }
    }

    /// The same actor by a program with this key, if it is one.
    #[must_use]
    pub const fn by_key(mut self, api_key: Option<ApiKeyId>) -> Self {
        self.api_key = api_key;
        self
    }
}
