//! Scopes: the platform's part of the database and a tenant's. A transaction belongs to one of
//! them by type, an entity runs on the one it is declared for, and neither hands out a connection.

mod databases;
pub mod dead_letter;
mod roles;
mod tenant;
mod tx;
mod whole;

pub use databases::{Databases, PlatformPool, cell_urls};
pub use roles::LoginRoles;
pub use tenant::{KeepRule, Keeping, Provisioner, SchemaName, ShopTenant, TenantDirectory, TenantRef};
pub use tx::{In, Platform, PlatformTx, Scope, Tenant, TenantTx, Tx, same_version};
pub use whole::{TENANT_TABLES, Table};
