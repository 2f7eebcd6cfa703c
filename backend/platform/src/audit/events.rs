//! How an entry leaves a tenant's part.

use super::{Cause, Entry};
use kernel::CompanyId;
use serde::{Deserialize, Serialize};

/// Something was changed in a company's own part, and belongs into the audit log.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AuditRecorded {
    /// The company.
    pub company_id: CompanyId,
    /// What.
    pub entry: Entry,
    /// Who, and from where.
    pub cause: Cause,
}

impl crate::Event for AuditRecorded {
    const NAME: &'static str = "platform.audit_recorded";
    fn key(&self) -> String {
        format!("audit:{}", self.company_id)
    }
}
