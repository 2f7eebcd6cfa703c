//! What this context asks of the one that knows companies; the server joins the two.

use async_trait::async_trait;
use kernel::{AccountId, CompanyId, Function, HeldRole, Permission, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A person's place in a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Membership {
    /// The company.
    pub id: CompanyId,
    /// Its name.
    pub name: String,
    /// The address of its shop.
    pub slug: String,
    /// The person's role in it.
    pub role: HeldRole,
    /// Its name, where it is one of the company's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role_name: Option<String>,
    /// What it allows.
    pub permissions: Vec<Permission>,
    /// The functions that the company uses.
    pub functions: Vec<Function>,
    /// Where the company stands with the operator.
    #[schema(schema_with = status_reference)]
    pub status: String,
    /// Whether it has an account to which money is paid out.
    pub paid_out: bool,
}

/// The schema belongs to the company context and is referred to by name.
fn status_reference() -> utoipa::openapi::Ref {
    utoipa::openapi::Ref::from_schema_name("CompanyStatus")
}

/// Knows who belongs to which company.
#[async_trait]
pub trait Companies: Send + Sync {
    /// The companies of a person, the oldest membership first.
    async fn of(&self, account: AccountId) -> Result<Vec<Membership>>;
}
