//! What others learn of proposals.

use crate::entity::proposal::State;
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
    /// Where it stands since.
    pub state: State,
}

impl Event for ProposalMoved {
    const NAME: &'static str = "approval.proposal_moved";
    fn key(&self) -> String {
        format!("proposal:{}", self.proposal_id)
    }
}
