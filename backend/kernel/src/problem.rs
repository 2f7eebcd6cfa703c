//! Problems: every refusal and failure, in the shape of RFC 9457 (`application/problem+json`).

use crate::{Code, code};
use actix_web::{HttpResponse, ResponseError, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The result of anything that can be refused.
pub type Result<T, E = Problem> = std::result::Result<T, E>;

/// One field at fault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FieldProblem {
    /// Path of the field in the body, dotted (`lines.0.quantity`).
    pub field: String,
    /// What is wrong with it, as a short stable word (`required`, `too_long`, `check_digit`).
    pub reason: String,
}

/// A refusal or failure: its code, what is particular to this case, and the fields at fault.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The stable code.
    pub code: Code,
    /// What is particular to this case, in English.
    pub detail: Option<String>,
    /// The fields at fault.
    pub fields: Vec<FieldProblem>,
    /// Seconds after which trying again makes sense.
    pub retry_after: Option<u64>,
    /// The methods that the address answers, for a refusal of another one.
    pub allow: Option<String>,
    /// What the log says of it; never shown to the caller.
    pub cause: Option<String>,
}

/// The JSON shape of a problem.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemBody {
    /// A URI reference that names the kind of problem.
    #[serde(rename = "type")]
    pub kind: String,
    /// The meaning of the code in one sentence.
    pub title: String,
    /// HTTP status.
    pub status: u16,
    /// The stable, dotted code.
    #[schema(schema_with = code_reference)]
    pub code: String,
    /// What is particular to this case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The fields at fault.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldProblem>,
    /// Quote this to support.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trace_id: Option<String>,
}

/// The code's schema is assembled from all contexts by the server.
fn code_reference() -> utoipa::openapi::Ref {
    utoipa::openapi::Ref::from_schema_name("Code")
}

impl Problem {
    /// A problem of this code.
    #[must_use]
    pub const fn new(code: Code) -> Self {
        Self { code, detail: None, fields: Vec::new(), retry_after: None, allow: None, cause: None }
    }

    /// Adds what is particular to this case.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Adds a field at fault.
    #[must_use]
    pub fn field(mut self, field: impl Into<String>, reason: impl Into<String>) -> Self {
        self.fields.push(FieldProblem { field: field.into(), reason: reason.into() });
        self
    }

    /// One invalid field.
    #[must_use]
    pub fn invalid(field: impl Into<String>, reason: impl Into<String>) -> Self {
        Self::new(code::INVALID).field(field, reason)
    }

    /// The address answers these methods only, as `GET, POST`.
    #[must_use]
    pub fn method_not_allowed(allow: impl Into<String>) -> Self {
        Self { allow: Some(allow.into()), ..Self::new(code::METHOD_NOT_ALLOWED) }
    }

    /// Missing and foreign are the same.
    #[must_use]
    pub const fn not_found() -> Self {
        Self::new(code::NOT_FOUND)
    }

    /// A failure on our side, with what the log needs.
    #[must_use]
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        let mut problem = Self::new(code::INTERNAL);
        problem.cause = Some(cause.to_string());
        problem
    }

    /// A dependency is not reachable.
    #[must_use]
    pub fn unavailable(cause: impl std::fmt::Display) -> Self {
        let mut problem = Self::new(code::UNAVAILABLE);
        problem.cause = Some(cause.to_string());
        problem.retry_after = Some(2);
        problem
    }

    /// The JSON shape, with the trace id of the request.
    #[must_use]
    pub fn body(&self, trace_id: Option<String>) -> ProblemBody {
        ProblemBody {
            kind: format!("/api/v1/docs#{}", self.code.name),
            title: self.code.title.to_owned(),
            status: self.code.status,
            code: self.code.name.to_owned(),
            detail: self.detail.clone(),
            fields: self.fields.clone(),
            trace_id,
        }
    }

    /// The HTTP answer, with the trace id of the request.
    #[must_use]
    pub fn answer(&self, trace_id: Option<String>) -> HttpResponse {
        let mut response = HttpResponse::build(self.status_code());
        if let Some(seconds) = self.retry_after {
            response.insert_header(("Retry-After", seconds.to_string()));
        }
        if let Some(methods) = &self.allow {
            response.insert_header(("Allow", methods.clone()));
        }
        let body = serde_json::to_vec(&self.body(trace_id)).unwrap_or_default();
        response.content_type("application/problem+json").body(body)
    }
}

impl From<Code> for Problem {
    fn from(code: Code) -> Self {
        Self::new(code)
    }
}

impl From<crate::MoneyError> for Problem {
    fn from(error: crate::MoneyError) -> Self {
        Self::new(code::INVALID).detail(error.to_string())
    }
}

impl From<sea_orm::DbErr> for Problem {
    fn from(error: sea_orm::DbErr) -> Self {
        match &error {
            _ if out_of_reach(&error) => Self::unavailable(error),
            _ => match error.sql_err() {
                Some(sea_orm::SqlErr::UniqueConstraintViolation(_)) => {
                    let mut problem = Self::new(code::CONFLICT);
                    problem.cause = Some(error.to_string());
                    problem
                }
                _ => Self::internal(error),
            },
        }
    }
}

/// Whether the database could not be asked, or gave up for a reason that passes: it is stopping or
/// starting, has nothing left, or chose this transaction to end a deadlock. Trying again makes sense.
fn out_of_reach(error: &sea_orm::DbErr) -> bool {
    use sea_orm::{DbErr, RuntimeErr, SqlxError};
    let runtime = match error {
        DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => return true,
        DbErr::Exec(runtime) | DbErr::Query(runtime) => runtime,
        _ => return false,
    };
    let RuntimeErr::SqlxError(error) = runtime else { return false };
    match error.as_ref() {
        SqlxError::Io(_) | SqlxError::Tls(_) | SqlxError::PoolTimedOut | SqlxError::PoolClosed | SqlxError::WorkerCrashed => true,
        // Classes of SQLSTATE: connection, resources, operator's intervention; and the two ways of losing a race.
        SqlxError::Database(said) => said
            .code()
            .is_some_and(|code| ["08", "53", "57P"].iter().any(|class| code.starts_with(class)) || ["40001", "40P01"].contains(&code.as_ref())),
        _ => false,
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code.name)?;
        if let Some(detail) = &self.detail {
            write!(f, ": {detail}")?;
        }
        for field in &self.fields {
            write!(f, " [{} {}]", field.field, field.reason)?;
        }
        if let Some(cause) = &self.cause {
            write!(f, " ({cause})")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.code.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        self.answer(None)
    }
}
