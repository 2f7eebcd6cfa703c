//! What is asked of the audit log, and how an entry is shown.

use super::rows::Filter;
use crate::names::CompanyName;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{AccountId, AuditEntryId, CompanyId, PageQuery, Problem, Result};
use platform::{
    PlatformTx,
    audit::{ActorKind, Change, Proof},
    clock::day_begins,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// The operator's days.
const OPERATOR_TIME_ZONE: &str = "Asia/Seoul";

fn action_reference() -> utoipa::openapi::Ref {
    utoipa::openapi::Ref::from_schema_name("AuditAction")
}

/// Which entries of the company's own part.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CompanyQuery {
    /// From this day on, in the company's time zone.
    from: Option<NaiveDate>,
    /// Up to this day.
    to: Option<NaiveDate>,
    /// What was done.
    #[param(schema_with = action_reference)]
    action: Option<String>,
    /// In which capacity it was done.
    #[param(inline)]
    actor_kind: Option<ActorKind>,
    /// Who did it.
    account_id: Option<AccountId>,
    /// The thing that it was done to, by its id.
    #[param(max_length = 80, example = "variant_01h455vb4pex5vsknk084sn02q")]
    object_id: Option<String>,
    /// Words in names, reasons and values.
    #[param(max_length = 100)]
    q: Option<String>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

impl CompanyQuery {
    pub fn page(&self) -> PageQuery {
        PageQuery { limit: self.limit, cursor: self.cursor.clone() }
    }

    /// The filter, with days as the company counts them.
    pub async fn filter(&self, tx: &PlatformTx, company: CompanyId) -> Result<Filter> {
        let own = company::queries::by_id(tx, company).await?.ok_or_else(Problem::not_found)?;
        Ok(Filter {
            company: Some(company),
            from: self.from.map(|day| day_begins(day, &own.time_zone)),
            until: self.to.and_then(|day| day.succ_opt()).map(|day| day_begins(day, &own.time_zone)),
            action: self.action.clone(),
            actor_kind: self.actor_kind,
            account: self.account_id,
            object: self.object_id.clone(),
            words: words(self.q.as_deref()),
        })
    }
}

/// Which entries.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OperatorQuery {
    /// Of this company's part.
    company_id: Option<CompanyId>,
    /// From this day on, in the operator's time zone.
    from: Option<NaiveDate>,
    /// Up to this day.
    to: Option<NaiveDate>,
    /// What was done.
    #[param(schema_with = action_reference)]
    action: Option<String>,
    /// In which capacity it was done.
    #[param(inline)]
    actor_kind: Option<ActorKind>,
    /// Who did it.
    account_id: Option<AccountId>,
    /// The thing that it was done to, by its id.
    #[param(max_length = 80, example = "company_01h455vb4pex5vsknk084sn02q")]
    object_id: Option<String>,
    /// Words in names, reasons and values.
    #[param(max_length = 100)]
    q: Option<String>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

impl OperatorQuery {
    pub fn page(&self) -> PageQuery {
        PageQuery { limit: self.limit, cursor: self.cursor.clone() }
    }

    pub fn filter(&self) -> Filter {
        Filter {
            company: self.company_id,
            from: self.from.map(|day| day_begins(day, OPERATOR_TIME_ZONE)),
            until: self.to.and_then(|day| day.succ_opt()).map(|day| day_begins(day, OPERATOR_TIME_ZONE)),
            action: self.action.clone(),
            actor_kind: self.actor_kind,
            account: self.account_id,
            object: self.object_id.clone(),
            words: words(self.q.as_deref()),
        }
    }
}

fn words(q: Option<&str>) -> Option<String> {
    let words = q.map(str::trim).filter(|words| !words.is_empty())?;
    Some(format!("%{}%", words.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")))
}

/// Who did it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct AuditActor {
    /// In which capacity.
    pub kind: ActorKind,
    /// The person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_id: Option<AccountId>,
    /// The person's name today; empty for one who has left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The company that they acted for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company: Option<CompanyName>,
    /// The role that let them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "owner")]
    pub role: Option<String>,
    /// The rule by which the platform acted, or the API key.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "ledger.provider_transfers")]
    pub via: Option<String>,
}

/// What it was done to.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct AuditObject {
    /// What kind of thing; the prefix of its id.
    #[schema(example = "variant")]
    pub kind: String,
    /// Its id.
    #[schema(example = "variant_01h455vb4pex5vsknk084sn02q")]
    pub id: String,
    /// What people call it.
    #[schema(example = "BREAD-1")]
    pub label: String,
}

/// From where.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct AuditOrigin {
    /// The client's address.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "203.0.113.9")]
    pub address: Option<String>,
    /// What the client calls itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agent: Option<String>,
    /// The trace id of the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trace_id: Option<String>,
}

/// An entry of the audit log.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct AuditEntry {
    /// The entry.
    pub id: AuditEntryId,
    /// When it was done.
    pub at: DateTime<Utc>,
    /// What was done.
    #[schema(schema_with = action_reference)]
    pub action: String,
    /// Who did it.
    pub actor: AuditActor,
    /// Whose part of the log it belongs to; none for the operator's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company: Option<CompanyName>,
    /// What it was done to.
    pub object: AuditObject,
    /// What is different.
    pub changes: Vec<Change>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// From where; a company sees it of its own people alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<AuditOrigin>,
    /// Its hash in the chain, in hex.
    pub hash: String,
}

/// Something that is wrong with the log.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct AuditFault {
    /// The entry at which it shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    entry_id: Option<AuditEntryId>,
    /// What is wrong.
    what: String,
}

/// What the chains of the log prove.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct AuditProof {
    /// Whether nothing is wrong.
    holds: bool,
    /// Entries.
    entries: u64,
    /// Faults.
    fault_count: u64,
    /// The first of them.
    faults: Vec<AuditFault>,
}

impl From<Proof> for AuditProof {
    fn from(proof: Proof) -> Self {
        Self {
            holds: proof.holds(),
            entries: proof.entries,
            fault_count: proof.fault_count,
            faults: proof.faults.into_iter().map(|fault| AuditFault { entry_id: fault.entry, what: fault.what }).collect(),
        }
    }
}
