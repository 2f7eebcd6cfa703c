//! Error codes. Each context lists its own in `codes.rs`; together they are one enum in OpenAPI
//! and a union in TypeScript.

/// A stable, dotted error code with its HTTP status and its meaning in one English sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// `context.noun.reason`.
    pub name: &'static str,
    /// HTTP status.
    pub status: u16,
    /// What it says to a person, in English; the screens translate by name.
    pub title: &'static str,
}

/// Declares constants of [`Code`] and the slice `CODES` that lists them all.
#[macro_export]
macro_rules! codes {
    ($list:ident; $($(#[$doc:meta])* $id:ident = $status:literal $name:literal $title:literal;)*) => {
        $($(#[$doc])* #[doc = $title] pub const $id: $crate::Code = $crate::Code { name: $name, status: $status, title: $title };)*
        /// Every code of this module.
        pub const $list: &[$crate::Code] = &[$($id),*];
    };
}

codes! { KERNEL_CODES;
    BAD_REQUEST = 400 "request.malformed" "The request could not be read.";
    BODY_INVALID = 400 "request.body_invalid" "The body is not valid JSON for this operation.";
    QUERY_INVALID = 400 "request.query_invalid" "The query string is not valid for this operation.";
    HEADER_INVALID = 400 "request.header_invalid" "A header is missing or not valid.";
    UNAUTHENTICATED = 401 "auth.required" "Sign in to do this.";
    TOKEN_EXPIRED = 401 "auth.expired" "The session has expired; sign in again.";
    FORBIDDEN = 403 "auth.forbidden" "Your role does not allow this.";
    FUNCTION_OFF = 403 "auth.function_off" "This function is switched off for the company.";
    STEP_UP = 403 "auth.step_up_required" "Prove once more that it is you, then send this again.";
    SECOND_FACTOR_REQUIRED = 403 "auth.second_factor_required" "Set up a second factor to do this.";
    KEY_UNKNOWN = 401 "auth.key_unknown" "This API key is not known, has expired or was revoked.";
    KEY_REFUSED = 403 "auth.key_refused" "An API key may not do this; a person has to sign in.";
    KEY_SUSPENDED = 403 "auth.key_suspended" "The company is stopped, and its API keys with it.";
    COMPANY_STOPPED = 403 "auth.company_stopped" "The company is stopped for the time being: it can be looked at, and orders under way are finished.";
    NOT_FOUND = 404 "request.not_found" "It does not exist, or it is not yours.";
    METHOD_NOT_ALLOWED = 405 "request.method_not_allowed" "This address does not answer this method.";
    TOO_SLOW = 408 "request.too_slow" "The body did not arrive in time.";
    CONFLICT = 409 "request.conflict" "It was changed or created by someone else meanwhile.";
    IN_FLIGHT = 409 "request.in_flight" "The same request is being worked on; ask again in a moment.";
    VERSION_MISMATCH = 412 "request.version_mismatch" "It was changed meanwhile; load it again.";
    TOO_LARGE = 413 "request.too_large" "The body is too large.";
    MEDIA_TYPE = 415 "request.media_type" "This type of content is not accepted here.";
    UNKNOWN_HOST = 421 "request.unknown_host" "Nothing is served under this host name.";
    INVALID = 422 "request.invalid" "Some fields are not valid.";
    KEY_REUSED = 422 "request.idempotency_key_reused" "The idempotency key was used before with another request.";
    VERSION_REQUIRED = 428 "request.version_required" "Send If-Match with the version that you saw.";
    TOO_MANY = 429 "request.too_many" "Too many requests; wait a moment.";
    INTERNAL = 500 "server.internal" "Something went wrong on our side; nothing was lost.";
    UNAVAILABLE = 503 "server.unavailable" "A part of the service is not reachable; try again in a moment.";
}
