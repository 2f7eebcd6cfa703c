//! Contracts: under what terms a company sells one registered item.

use crate::contract::ContractKind;
use chrono::{DateTime, Utc};
use kernel::{CompanyId, ContractId, RegisteredItemId};
use platform::{In, Platform};
use sea_orm::{ExprTrait, QueryOrder, entity::prelude::*};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contract")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ContractId,
    pub seller_id: CompanyId,
    pub supplier_id: CompanyId,
    pub registered_item_id: RegisteredItemId,
    pub kind: ContractKind,
    pub started_at: DateTime<Utc>,
    pub ended_at: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// The running contract of a seller for an item.
pub fn running(seller: CompanyId, item: RegisteredItemId) -> Select<Entity> {
    Entity::find().filter(Column::SellerId.eq(seller)).filter(Column::RegisteredItemId.eq(item)).filter(Column::EndedAt.is_null())
}

/// The contracts of a seller for some items that ran at a moment; the latest first.
pub fn running_at(seller: CompanyId, items: &[RegisteredItemId], at: DateTime<Utc>) -> Select<Entity> {
    Entity::find()
        .filter(Column::SellerId.eq(seller))
        .filter(Column::RegisteredItemId.is_in(items.iter().copied()))
        .filter(Column::StartedAt.lte(at))
        .filter(Column::EndedAt.is_null().or(Column::EndedAt.gt(at)))
        .order_by_desc(Column::StartedAt)
}

/// The running contracts for an item with companies other than its supplier.
pub fn resellers(item: RegisteredItemId) -> Select<Entity> {
    Entity::find()
        .filter(Column::RegisteredItemId.eq(item))
        .filter(Column::EndedAt.is_null())
        .filter(Column::Kind.ne(ContractKind::Own))
        .order_by_asc(Column::SellerId)
}
