//! Login roles of the application: one for the platform's part, one per lane. Their passwords are
//! derived from the installation's secret, so that they need not be kept anywhere.

use kernel::Result;
use platform::scope::{PLATFORM_ROLE, lane_role, role_password};
use sea_orm::{ConnectionTrait, DatabaseTransaction};

/// Creates the login roles of a database server or refreshes their passwords.
pub async fn ensure(tx: &DatabaseTransaction, secret: &str, lanes: u32) -> Result<()> {
    let names = std::iter::once(PLATFORM_ROLE.to_owned()).chain((0..lanes).map(lane_role));
    for name in names {
        let password = role_password(secret, &name)?;
        tx.execute_unprepared(&format!(
            "DO $$ BEGIN
               IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{name}') THEN
                 CREATE ROLE {name} LOGIN NOINHERIT NOCREATEDB NOCREATEROLE PASSWORD '{password}';
               ELSE
                 ALTER ROLE {name} PASSWORD '{password}';
               END IF;
             END $$"
        ))
        .await?;
    }
    Ok(())
}
