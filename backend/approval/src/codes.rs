//! Error codes of this context.

kernel::codes! { CODES;
    PROPOSAL_OPEN = 409 "approval.proposal.open" "A change of this is proposed already; it has to be decided first.";
    PROPOSAL_ENDED = 409 "approval.proposal.ended" "The proposal is not open any more.";
    PROPOSAL_EXPIRED = 409 "approval.proposal.expired" "The proposal has expired; it has to be made again.";
    PROPOSAL_STALE = 409 "approval.proposal.stale" "What the proposal is about, or who made it, was changed meanwhile; it has to be made again.";
    PROPOSAL_OWN = 403 "approval.proposal.own" "Another person has to decide on what you proposed.";
    PROPOSAL_ELSEWHERE = 403 "approval.proposal.elsewhere" "Somebody else decides on this proposal.";
    PROPOSAL_TOO_NEW = 403 "approval.proposal.too_new" "You were entitled only recently; somebody who was before has to decide.";
    PROPOSAL_INTERESTED = 403 "approval.proposal.interested" "You belong to the company that it concerns; another person of the operator has to decide.";
    NOTHING_TO_PROPOSE = 409 "approval.proposal.unchanged" "This is how it is already; there is nothing to approve.";
}
