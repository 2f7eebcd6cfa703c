//! Error codes of this context.

kernel::codes! { CODES;
    SLUG_TAKEN = 409 "company.slug.taken" "Another shop already has this address.";
    SLUG_CHANGED_OFTEN = 409 "company.slug.changed_often" "The address has been changed too often; a former one has to end first.";
    DOMAIN_TAKEN = 409 "company.domain.taken" "Another company has proven that this name is its own.";
    DOMAIN_NONE = 404 "company.domain.none" "No domain of its own was entered.";
    DOMAIN_UNREACHABLE = 503 "company.domain.unreachable" "The name servers cannot be asked at the moment.";
    EXPORT_UNDER_WAY = 409 "company.export.under_way" "An export is being made already.";
    EXPORT_NOT_READY = 409 "company.export.not_ready" "There is no file to fetch: it is still being made, could not be made, or its time is over.";
    CLOSURE_ASKED = 409 "company.closure.asked" "It has been asked already that the company be closed.";
    CLOSURE_NONE = 409 "company.closure.none" "Nothing has been asked that could be taken back.";
    COMPANY_EXISTS = 409 "company.restore.exists" "A company with this id is here already.";
    BUSINESS_NUMBER_TAKEN = 409 "company.business_number.taken" "A company with this business registration number is already registered.";
    NO_SPARE_SCHEMA = 503 "company.workspace.not_ready" "A new workspace is being prepared; try again in a moment.";
    WRONG_STATUS = 409 "company.status.wrong" "The company is not in a status that allows this.";
    MEMBER_EXISTS = 409 "company.member.exists" "This person is a member already.";
    ROLE_NAME_TAKEN = 409 "company.role.name_taken" "Another role of the company has this name.";
    ROLE_IN_USE = 409 "company.role.in_use" "Somebody has this role, or is invited to it.";
    ROLES_FULL = 409 "company.role.too_many" "A company has at most fifty roles of its own.";
    BEYOND_OWN = 403 "company.role.beyond_own" "Nobody gives, changes or takes away more than they may do themselves.";
    INVITATION_WAITS = 409 "company.invitation.waits" "This address has an invitation that waits; send that one again.";
    INVITATION_INVALID = 422 "company.invitation.invalid" "The link of the invitation is not valid; use the one in the latest mail.";
    INVITATION_EXPIRED = 409 "company.invitation.expired" "The invitation has expired; ask the company to send it again.";
    INVITATION_ACCEPTED = 409 "company.invitation.accepted" "The invitation was accepted already.";
    INVITATION_DECLINED = 409 "company.invitation.declined" "The invitation was declined.";
    INVITATION_WITHDRAWN = 409 "company.invitation.withdrawn" "The company has taken the invitation back.";
    OTHER_PERSON = 403 "company.invitation.other_person" "The invitation is for another address; sign in with the account of that one.";
    SHOP_CLOSED = 409 "company.shop.closed" "The shop is closed at the moment.";
    LAST_OWNER = 409 "company.member.last_owner" "A company keeps at least one owner.";
    TOO_MANY_API_KEYS = 409 "company.api_key.too_many" "The company has as many API keys as it may have; revoke one first.";
    API_KEY_ENDED = 409 "company.api_key.ended" "The API key has expired or was revoked; make a new one.";
    PICTURE_REFUSED = 422 "company.picture.refused" "The file is not a picture that can be used.";
    FEE_RULE_EXISTS = 409 "company.fee_rule.exists" "A rule for the same companies and category begins at this moment already.";
}
