//! A passkey: the public half of a key pair whose other half stays with the person.

use chrono::{DateTime, Utc};
use kernel::{AccountId, PasskeyId};
use platform::{In, Platform};
use sea_orm::entity::prelude::*;

/// A row of `passkey`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "passkey")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PasskeyId,
    pub account_id: AccountId,
    pub credential_id: Vec<u8>,
    #[sea_orm(column_type = "JsonBinary")]
    pub credential: Json,
    pub name: String,
    pub created_at: DateTime<Utc>,
    pub last_used_at: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// Those of a person.
#[must_use]
pub fn of(account: AccountId) -> Select<Entity> {
    Entity::find().filter(Column::AccountId.eq(account))
}

/// The one that its authenticator knows by this name.
#[must_use]
pub fn by_credential(id: &[u8]) -> Select<Entity> {
    Entity::find().filter(Column::CredentialId.eq(id.to_vec()))
}
