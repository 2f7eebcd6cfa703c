//! What others learn of proposals.

use kernel::{CompanyId, ProposalId};
use platform::Event;
use serde::{Deserialize, Serialize};

/// A proposal was made, decided, withdrawn, or is over.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ProposalMoved {
    /// The proposal.
    pub proposal_id: ProposalId,
    /// The company that it concerns, if it concerns one.
    pub company_id: Option<CompanyId>,
}

impl Event for ProposalMoved {
    const NAME: &'static str = "approval.proposal_moved";
    fn key(&self) -> String {
        format!("proposal:{}", self.proposal_id)
    }
}
