//! A person makes an API key for a program.

use crate::{
    api_key, audit, codes,
    entity::{
        api_key::{self as table, Permissions},
        company,
    },
    rules::{self, Fields},
};
use chrono::{DateTime, Utc};
use kernel::{AccountId, ApiKeyId, CompanyId, Permission, Problem, Result, code};
use platform::PlatformTx;
use sea_orm::{EntityTrait, QuerySelect, Set};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

/// A key to be made.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewApiKey {
    /// What it is for; timelines show it.
    #[schema(min_length = 1, max_length = 60, example = "창고 프로그램")]
    pub name: String,
    /// What it may do; no more than the person who makes it.
    #[schema(min_items = 1, max_items = 10)]
    pub permissions: Vec<Permission>,
    /// When it ends; a year from now at the latest.
    pub expires_at: DateTime<Utc>,
}

/// The person who makes it, and what they may do themselves.
#[derive(Clone, Copy, Debug)]
pub struct Maker<'a> {
    /// The person.
    pub account: AccountId,
    /// Their permissions.
    pub permissions: &'a [Permission],
}

/// Makes a key with this secret. Errors: a permission that the maker lacks or that no program may
/// have; an end that has passed or lies too far; too many keys.
pub async fn make_api_key(tx: &PlatformTx, company: CompanyId, maker: Maker<'_>, new: NewApiKey, secret: &str) -> Result<table::Model> {
    let mut fields = Fields::default();
    let name = fields.text("name", &new.name, 60);
    if !rules::api_key_ends_in_time(new.expires_at, tx.now()) {
        fields.fault("expires_at", "out_of_range");
    }
    let permissions = rules::api_key_permissions(new.permissions);
    if permissions.is_empty() {
        fields.fault("permissions", "required");
    }
    if permissions.iter().any(|permission| !permission.for_programs()) {
        fields.fault("permissions", "not_for_programs");
    }
    fields.verdict()?;
    if permissions.iter().any(|permission| !maker.permissions.contains(permission)) {
        return Err(Problem::new(code::FORBIDDEN).field("permissions", "beyond_own"));
    }
    // The lock counts keys one after another.
    tx.find(company::Entity::find_by_id(company).lock_exclusive()).await?;
    if tx.count(table::living(company, tx.now())).await? >= rules::MOST_API_KEYS {
        return Err(codes::TOO_MANY_API_KEYS.into());
    }
    let row = table::ActiveModel {
        id: Set(ApiKeyId::new()),
        company_id: Set(company),
        name: Set(name),
        permissions: Set(Permissions(permissions)),
        hint: Set(api_key::hint(secret)),
        secret_hash: Set(api_key::hash(secret)),
        old_hint: Set(None),
        old_secret_hash: Set(None),
        old_ends_at: Set(None),
        created_by: Set(maker.account),
        created_at: Set(tx.now()),
        expires_at: Set(new.expires_at),
        rotated_at: Set(None),
        revoked_at: Set(None),
        revoked_by: Set(None),
        last_used_at: Set(None),
    };
    let row = tx.insert(row).await?;
    let made = json!({"permissions": row.permissions.0, "expires_at": row.expires_at});
    tx.record(audit::about_key(audit::API_KEY_MADE, &row).changed(Value::Null, made)).await?;
    Ok(row)
}
