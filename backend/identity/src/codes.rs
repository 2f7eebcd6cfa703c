//! Error codes of this context.

kernel::codes! { CODES;
    WRONG_CREDENTIALS = 401 "identity.credentials.wrong" "The e-mail address or the password is wrong.";
    EMAIL_UNVERIFIED = 403 "identity.email.unverified" "Open the link in the mail that we sent, then sign in.";
    PASSWORD_WRONG = 422 "identity.password.wrong" "The current password is wrong.";
    SECOND_FACTOR_NEEDED = 403 "identity.second_factor.needed" "Add the code of your authenticator app.";
    SECOND_FACTOR_OR_PASSKEY = 403 "identity.second_factor.or_passkey" "Add a passkey, or a code.";
    SECOND_FACTOR_WRONG = 422 "identity.second_factor.wrong" "The code is wrong, too old, or was used before.";
    SECOND_FACTOR_ON = 409 "identity.second_factor.on" "A second factor is set up already.";
    PASSKEY_REFUSED = 422 "identity.passkey.refused" "The passkey was not accepted.";
    PASSKEY_CHALLENGE_OVER = 422 "identity.passkey.challenge_over" "The request for a passkey has expired or was answered before; begin again.";
    PASSKEY_KNOWN = 409 "identity.passkey.known" "This passkey is registered already.";
    PASSKEYS_ENOUGH = 409 "identity.passkey.too_many" "There are as many passkeys as one person can have; remove one first.";
    PASSKEY_LAST = 409 "identity.passkey.last_factor" "It is the last second step of somebody who needs one; say that it is to be given up.";
    PASSKEY_ELSEWHERE = 409 "identity.passkey.elsewhere" "Passkeys do not work at this address; they need the platform's own host name.";
    OPERATOR_STAYS = 409 "identity.account.of_operator" "Somebody of the operator hands the role over before the account is deleted.";
    SESSION_ENDED = 401 "identity.session.ended" "You have been signed out; sign in again.";
    TOKEN_REUSED = 401 "identity.session.token_reused" "A used sign-in was presented again, so this device was signed out for safety.";
    LINK_INVALID = 422 "identity.link.invalid" "The link is not valid any more; ask for a new one.";
    CROSS_SITE = 403 "identity.request.cross_site" "This request came from another site.";
    NOT_A_MEMBER = 403 "identity.company.not_a_member" "You are not a member of this company.";
}
