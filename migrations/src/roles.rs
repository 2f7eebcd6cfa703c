//! Login roles of the application: one for the platform's part, one per lane. Their passwords are
//! derived from the installation's secret, so that they need not be kept anywhere.

use kernel::Result;
use platform::scope::{PLATFORM_ROLE, lane_role, role_password};
use sea_orm::{ConnectionTrait, DatabaseConnection, TransactionTrait};
use std::time::Duration;

/// Times that two installations on one server may get into each other's way.
const ATTEMPTS: u32 = 20;

/// Creates the login roles of a database server or refreshes their passwords. Roles belong to the
/// server, which no lock of one database guards, so a clash with another installation is tried again.
pub async fn ensure(owner: &DatabaseConnection, secret: &str, lanes: u32) -> Result<()> {
    for attempt in 1.. {
        match once(owner, secret, lanes).await {
            Err(problem) if attempt < ATTEMPTS => {
                tracing::debug!(%problem, "another installation is making the roles");
                tokio::time::sleep(Duration::from_millis(25 * u64::from(attempt))).await;
            }
            outcome => return outcome,
        }
    }
    Ok(())
}

async fn once(owner: &DatabaseConnection, secret: &str, lanes: u32) -> Result<()> {
    let tx = owner.begin().await?;
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
    tx.commit().await?;
    Ok(())
}
