//! Knows callers: joins the identity context (sessions, operators) with the company context
//! (members), which do not know each other.

use async_trait::async_trait;
use identity::tokens::Keys;
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
