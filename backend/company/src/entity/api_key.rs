//! An API key: a program's credential. Of the secret only its hash is kept.

use chrono::{DateTime, Utc};
use kernel::{AccountId, ApiKeyId, CompanyId, Permission};
use platform::{In, Platform};
use sea_orm::{Condition, FromJsonQueryResult, QueryOrder, QuerySelect, entity::prelude::*};
use serde::{Deserialize, Serialize};

/// What a key may do, as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Permissions(pub Vec<Permission>);

/// A row of `api_key`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "api_key")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ApiKeyId,
    pub company_id: CompanyId,
    pub name: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub permissions: Permissions,
    pub hint: String,
    pub secret_hash: String,
    pub old_hint: Option<String>,
    pub old_secret_hash: Option<String>,
    pub old_ends_at: Option<DateTime<Utc>>,
    pub created_by: AccountId,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub rotated_at: Option<DateTime<Utc>>,
    pub revoked_at: Option<DateTime<Utc>>,
    pub revoked_by: Option<AccountId>,
    pub last_used_at: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

impl Model {
    /// Whether it opens anything at this moment.
    #[must_use]
    pub fn lives(&self, now: DateTime<Utc>) -> bool {
        self.revoked_at.is_none() && self.expires_at > now
    }

    /// Whether a secret of this hash is one that it takes at this moment: the present one, or the
    /// one before it while the two overlap.
    #[must_use]
    pub fn takes(&self, hash: &str, now: DateTime<Utc>) -> bool {
        let old = self.old_secret_hash.as_deref() == Some(hash) && self.old_ends_at.is_some_and(|end| end > now);
        self.lives(now) && (self.secret_hash == hash || old)
    }
}

/// The key of a secret, present or before.
#[must_use]
pub fn by_hash(hash: &str) -> Select<Entity> {
    Entity::find().filter(Condition::any().add(Column::SecretHash.eq(hash)).add(Column::OldSecretHash.eq(hash)))
}

/// One key of a company.
#[must_use]
pub fn of(company: CompanyId, id: ApiKeyId) -> Select<Entity> {
    Entity::find_by_id(id).filter(Column::CompanyId.eq(company))
}

/// The keys of a company, the newest first, before one of them.
#[must_use]
pub fn of_company(company: CompanyId, before: Option<ApiKeyId>, limit: u64) -> Select<Entity> {
    let all = Entity::find().filter(Column::CompanyId.eq(company)).order_by_desc(Column::Id).limit(limit);
    match before {
        Some(before) => all.filter(Column::Id.lt(before)),
        None => all,
    }
}

/// The keys of a company that open something.
#[must_use]
pub fn living(company: CompanyId, now: DateTime<Utc>) -> Select<Entity> {
    Entity::find().filter(Column::CompanyId.eq(company)).filter(Column::RevokedAt.is_null()).filter(Column::ExpiresAt.gt(now))
}
