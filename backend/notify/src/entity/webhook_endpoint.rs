//! An address of a company to which webhooks go.

use crate::webhooks::EventType;
use chrono::{DateTime, Utc};
use kernel::{AccountId, CompanyId, WebhookEndpointId};
use platform::{In, Platform};
use sea_orm::{FromJsonQueryResult, QueryOrder, QuerySelect, entity::prelude::*};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Why an endpoint is off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = WebhookOffReason)]
pub enum OffReason {
    /// A person switched it off.
    Person,
    /// Nothing was taken for days.
    Failing,
    /// It answered 410: it is gone for good.
    Gone,
}

/// The chosen types of events, as they are stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct EventTypes(pub Vec<EventType>);

/// A row of `webhook_endpoint`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "webhook_endpoint")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: WebhookEndpointId,
    pub company_id: CompanyId,
    pub url: String,
    pub description: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub event_types: EventTypes,
    pub enabled: bool,
    pub off_reason: Option<OffReason>,
    pub off_at: Option<DateTime<Utc>>,
    /// Sealed with the installation's key: signing needs the secret itself, so a hash will not do.
    pub secret: Vec<u8>,
    pub old_secret: Option<Vec<u8>>,
    pub old_ends_at: Option<DateTime<Utc>>,
    pub failing_since: Option<DateTime<Utc>>,
    pub created_by: AccountId,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// One endpoint of a company.
#[must_use]
pub fn of(company: CompanyId, id: WebhookEndpointId) -> Select<Entity> {
    Entity::find_by_id(id).filter(Column::CompanyId.eq(company))
}

/// The endpoints of a company, the newest first, before one of them.
#[must_use]
pub fn of_company(company: CompanyId, before: Option<WebhookEndpointId>, limit: u64) -> Select<Entity> {
    let all = Entity::find().filter(Column::CompanyId.eq(company)).order_by_desc(Column::Id).limit(limit);
    match before {
        Some(before) => all.filter(Column::Id.lt(before)),
        None => all,
    }
}
