//! The shape of the database and how it comes about: migrations of the platform's schema, of a
//! cell's and of each tenant's; roles and grants; making a tenant schema.
//!
//! It refuses to know what the rows mean. The SQL lies beside it in `sql/`, a file per context.

mod cell;
mod grants;
mod install;
mod leaving;
mod platform_schema;
mod roles;
mod tenant;

pub use install::{Installer, install};
pub use leaving::Loading;

/// Defines a migration that runs static SQL files.
macro_rules! sql_migration {
    ($name:ident, $id:literal, [$($file:literal),+ $(,)?]) => {
        pub struct $name;

        impl sea_orm_migration::MigrationName for $name {
            fn name(&self) -> &str {
                $id
            }
        }

        #[async_trait::async_trait]
        impl sea_orm_migration::MigrationTrait for $name {
            async fn up(&self, manager: &sea_orm_migration::SchemaManager) -> Result<(), sea_orm::DbErr> {
                $(sea_orm::ConnectionTrait::execute_unprepared(manager.get_connection(), include_str!($file)).await?;)+
                Ok(())
            }
        }
    };
}
pub(crate) use sql_migration;
