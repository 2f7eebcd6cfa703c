//! Error codes of this context.

kernel::codes! { CODES;
    PROPOSAL_OPEN = 409 "approval.proposal.open" "A change of this is proposed already; it has to be decided first.";
    PROPOSAL_ENDED = 409 "approval.proposal.ended" "The proposal is not open any more.";
    PROPOSAL_EXPIRED = 409 "approval.proposal.expired" "The proposal has expired; it has to be made again.";
    PROPOSAL_STALE = 409 "approval.proposal.stale" "What the proposal is about was changed meanwhile; it has to be made again.";
    PROPOSAL_OWN = 403 "approval.proposal.own" "Another person has to decide on what you proposed.";
    PROPOSAL_ELSEWHERE = 403 "approval.proposal.elsewhere" "Somebody else decides on this proposal.";
    NOTHING_TO_PROPOSE = 409 "approval.proposal.unchanged" "This is how it is already; there is nothing to approve.";
}
