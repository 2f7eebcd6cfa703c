//! Error codes of this context.

kernel::codes! { CODES;
    SLUG_TAKEN = 409 "company.slug.taken" "Another shop already has this address.";
    BUSINESS_NUMBER_TAKEN = 409 "company.business_number.taken" "A company with this business registration number is already registered.";
    NO_SPARE_SCHEMA = 503 "company.workspace.not_ready" "A new workspace is being prepared; try again in a moment.";
    WRONG_STATUS = 409 "company.status.wrong" "The company is not in a status that allows this.";
    MEMBER_EXISTS = 409 "company.member.exists" "This person is a member already.";
    LAST_OWNER = 409 "company.member.last_owner" "A company keeps at least one owner.";
    TOO_MANY_API_KEYS = 409 "company.api_key.too_many" "The company has as many API keys as it may have; revoke one first.";
    API_KEY_ENDED = 409 "company.api_key.ended" "The API key has expired or was revoked; make a new one.";
    PICTURE_REFUSED = 422 "company.picture.refused" "The file is not a picture that can be used.";
    FEE_RULE_EXISTS = 409 "company.fee_rule.exists" "A rule for the same companies and category begins at this moment already.";
}
