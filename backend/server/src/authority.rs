//! Knows callers: joins the identity context (sessions, operators) with the company context
//! (members), which do not know each other.

use async_trait::async_trait;
use identity::{Companies, Keys, Membership};
use kernel::{AccountId, CompanyId, OperatorRole, Result, Role, code};
use platform::{
    App,
    http::{Authority, Session},
};

/// The authority of a running installation.
pub struct Callers {
    app: App,
    keys: Keys,
}

impl Callers {
    /// An authority that reads from this installation.
    #[must_use]
    pub const fn new(app: App, keys: Keys) -> Self {
        Self { app, keys }
    }
}

#[async_trait]
impl Authority for Callers {
    async fn session(&self, token: &str) -> Result<Session> {
        self.keys.verify(&self.app, token).await
    }

    async fn member(&self, account: AccountId, company: CompanyId) -> Result<Role> {
        let tx = self.app.platform().await?;
        company::queries::role(&tx, account, company).await?.ok_or_else(|| code::FORBIDDEN.into())
    }

    async fn operator(&self, account: AccountId) -> Result<OperatorRole> {
        let tx = self.app.platform().await?;
        identity::queries::operator_role(&tx, account).await?.ok_or_else(|| code::FORBIDDEN.into())
    }
}

/// Knows who belongs to which company, for the identity context, which knows no companies.
pub struct Places(pub App);

#[async_trait]
impl Companies for Places {
    async fn of(&self, account: AccountId) -> Result<Vec<Membership>> {
        let tx = self.0.platform().await?;
        let memberships = company::queries::memberships(&tx, account).await?;
        let place = |(company, role): (company::company::Model, Role)| Membership {
            id: company.id,
            name: company.name,
            slug: company.slug,
            role,
            status: serde_json::to_value(company.status).ok().and_then(|status| status.as_str().map(str::to_owned)).unwrap_or_default(),
        };
        Ok(memberships.into_iter().map(place).collect())
    }
}
