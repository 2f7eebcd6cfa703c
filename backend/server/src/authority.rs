//! Knows callers: joins the identity context (sessions, operators) with the company context
//! (members), which do not know each other.

use async_trait::async_trait;
use identity::{Companies, Keys, Membership};
use kernel::{AccountId, CompanyId, OperatorRole, Permission, Result, code};
use platform::{
    App, PlatformTx,
    http::{Authority, Place, Program, Session},
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

    async fn program(&self, secret: &str) -> Result<Program> {
        let tx = self.app.platform().await?;
        let (program, written) = company::actions::use_api_key(&tx, secret).await?;
        if written {
            tx.commit().await?;
        }
        Ok(program)
    }

    async fn member(&self, account: AccountId, company: CompanyId) -> Result<Place> {
        let tx = self.app.platform().await?;
        let standing = company::queries::standing(&tx, account, company).await?.ok_or(code::FORBIDDEN)?;
        // Whoever could lead the company's money elsewhere, by whatever role.
        let leads_money = standing.permissions.contains(&Permission::PayoutAccountManage);
        if leads_money && standing.paid_out && self.lacks_second_factor(&tx, account).await? {
            return Err(code::SECOND_FACTOR_REQUIRED.into());
        }
        Ok(Place { role: standing.role, permissions: standing.permissions, functions: standing.functions })
    }

    async fn stopped(&self, company: CompanyId) -> Result<bool> {
        let tx = self.app.platform().await?;
        Ok(company::queries::by_id(&tx, company).await?.is_none_or(|company| company.stopped()))
    }

    async fn operator(&self, account: AccountId) -> Result<OperatorRole> {
        let tx = self.app.platform().await?;
        let role = identity::queries::operator_role(&tx, account).await?.ok_or(code::FORBIDDEN)?;
        if self.lacks_second_factor(&tx, account).await? { Err(code::SECOND_FACTOR_REQUIRED.into()) } else { Ok(role) }
    }
}

impl Callers {
    /// Whether a person who needs a second factor has none.
    async fn lacks_second_factor(&self, tx: &PlatformTx, account: AccountId) -> Result<bool> {
        Ok(self.app.config().auth.second_factor_required && !identity::queries::has_second_factor(tx, account).await?)
    }
}

/// Knows who belongs to which company, for the identity context, which knows no companies.
pub struct Places(pub App);

#[async_trait]
impl Companies for Places {
    async fn of(&self, account: AccountId) -> Result<Vec<Membership>> {
        let tx = self.0.platform().await?;
        let memberships = company::queries::memberships(&tx, account).await?;
        let place = |company::queries::Membership { company, role, role_name, permissions }| Membership {
            id: company.id,
            name: company.name,
            slug: company.slug,
            paid_out: company.payout_account.is_some(),
            role,
            role_name,
            permissions,
            functions: company.functions.0,
            status: serde_json::to_value(company.status).ok().and_then(|status| status.as_str().map(str::to_owned)).unwrap_or_default(),
        };
        Ok(memberships.into_iter().map(place).collect())
    }
}
