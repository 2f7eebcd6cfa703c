//! Migrations of a cell's own schema, oldest first.

use crate::sql_migration;
use sea_orm_migration::{MigrationTrait, MigratorTrait};

sql_migration!(Initial, "m0001_initial", ["../sql/cell/outbox.sql"]);

sql_migration!(KeptRecords, "m0002_kept_records", ["../sql/cell/kept_record.sql"]);

pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(Initial), Box::new(KeptRecords)]
    }
}
