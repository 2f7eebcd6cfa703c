//! What others learn of companies.

use kernel::CompanyId;
use platform::Event;
use serde::{Deserialize, Serialize};

fn key(company: CompanyId) -> String {
    format!("company:{company}")
}

/// A company has signed up; its workspace is there.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CompanySignedUp {
    /// The company.
    pub company_id: CompanyId,
    /// Its name.
    pub name: String,
    /// The address of its shop.
    pub slug: String,
    /// Who signed it up.
    pub account_id: kernel::AccountId,
    /// Where its mail goes.
    pub email: String,
    /// Its language.
    pub locale: kernel::Locale,
}

impl Event for CompanySignedUp {
    const NAME: &'static str = "company.signed_up";
    fn key(&self) -> String {
        key(self.company_id)
    }
}

/// The operator has verified a company; it may sell.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CompanyVerified {
    /// The company.
    pub company_id: CompanyId,
}

impl Event for CompanyVerified {
    const NAME: &'static str = "company.verified";
    fn key(&self) -> String {
        key(self.company_id)
    }
}

/// The operator has refused a company.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CompanyRejected {
    /// The company.
    pub company_id: CompanyId,
    /// Why.
    pub reason: String,
}

impl Event for CompanyRejected {
    const NAME: &'static str = "company.rejected";
    fn key(&self) -> String {
        key(self.company_id)
    }
}

/// A person was invited to be a member of a company. Told again, with another secret, when the
/// invitation is sent again.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MemberInvited {
    /// The company.
    pub company_id: CompanyId,
    /// The invitation.
    pub invitation_id: kernel::InvitationId,
    /// Where the mail goes.
    pub email: String,
    /// Its language.
    pub locale: kernel::Locale,
    /// Who invites.
    pub invited_by: kernel::AccountId,
    /// The secret of the link; good for one use.
    pub token: String,
}

impl Event for MemberInvited {
    const NAME: &'static str = "company.member_invited";
    fn key(&self) -> String {
        key(self.company_id)
    }
}

/// The operator has stopped a company for the time being.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CompanySuspended {
    /// The company.
    pub company_id: CompanyId,
    /// Why.
    pub reason: String,
}

impl Event for CompanySuspended {
    const NAME: &'static str = "company.suspended";
    fn key(&self) -> String {
        key(self.company_id)
    }
}

/// A stopped company goes on.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CompanyResumed {
    /// The company.
    pub company_id: CompanyId,
}

impl Event for CompanyResumed {
    const NAME: &'static str = "company.resumed";
    fn key(&self) -> String {
        key(self.company_id)
    }
}

/// A company wants to leave.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CompanyClosing {
    /// The company.
    pub company_id: CompanyId,
    /// Until when it can be taken back.
    pub due_at: chrono::DateTime<chrono::Utc>,
}

impl Event for CompanyClosing {
    const NAME: &'static str = "company.closing";
    fn key(&self) -> String {
        key(self.company_id)
    }
}

/// A company has left.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CompanyClosed {
    /// The company.
    pub company_id: CompanyId,
}

impl Event for CompanyClosed {
    const NAME: &'static str = "company.closed";
    fn key(&self) -> String {
        key(self.company_id)
    }
}

/// A company's profile, rules, members or status are different now.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CompanyChanged {
    /// The company.
    pub company_id: CompanyId,
}

impl Event for CompanyChanged {
    const NAME: &'static str = "company.changed";
    fn key(&self) -> String {
        key(self.company_id)
    }
}
