//! The last row of each shard of the journal. Whoever appends to a shard holds its row.

use kernel::Result;
use platform::{In, Platform, PlatformTx};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

/// The end of one chain.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "chain_head")]
pub struct Model {
    /// The shard.
    #[sea_orm(primary_key, auto_increment = false)]
    pub shard: i16,
    /// Number of its last row; 0 before the first.
    pub seq: i64,
    /// Hash of its last row.
    pub hash: Vec<u8>,
}

/// None.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// Locks the ends of these shards, always in ascending order so that two writers never wait for
/// each other in a circle.
pub async fn lock(tx: &PlatformTx, shards: impl IntoIterator<Item = i16>) -> Result<Vec<Model>> {
    tx.all(Entity::find().filter(Column::Shard.is_in(shards)).order_by_asc(Column::Shard).lock_exclusive()).await
}

/// All ends, for the proof.
pub async fn all(tx: &PlatformTx) -> Result<Vec<Model>> {
    tx.all(Entity::find().order_by_asc(Column::Shard)).await
}
