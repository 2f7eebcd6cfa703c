//! Making the login roles of the application: one for the platform's part, one per lane; and
//! letting them, and no other installation's, into a database.

use kernel::Result;
use platform::scope::LoginRoles;
use sea_orm::{ConnectionTrait, DatabaseConnection, DatabaseTransaction, TransactionTrait};
use std::time::Duration;

/// Times that two processes with one secret may get into each other's way.
const ATTEMPTS: u32 = 20;

/// Creates the login roles of a database server or refreshes their passwords. Roles belong to the
/// server, which no lock of one database guards, so a clash with another process is tried again.
pub async fn ensure(owner: &DatabaseConnection, roles: &LoginRoles, lanes: u32) -> Result<()> {
    for attempt in 1.. {
        match once(owner, roles, lanes).await {
            Err(problem) if attempt < ATTEMPTS => {
                tracing::debug!(%problem, "another process is making the roles");
                tokio::time::sleep(Duration::from_millis(25 * u64::from(attempt))).await;
            }
            outcome => return outcome,
        }
    }
    Ok(())
}

async fn once(owner: &DatabaseConnection, roles: &LoginRoles, lanes: u32) -> Result<()> {
    let tx = owner.begin().await?;
    let names = std::iter::once(roles.platform()).chain((0..lanes).map(|lane| roles.lane(lane)));
    for name in names {
        let password = roles.password(&name)?;
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

/// Lets the login roles of this installation into a database, and no others that are not named:
/// neither those of a neighbour on the same server nor those of an earlier secret. Tenants' roles
/// belong to the server, so that a copy of a database may share them; this door is the database's own.
pub async fn admit(tx: &DatabaseTransaction, roles: &LoginRoles, lanes: u32) -> Result<()> {
    let own: Vec<String> = std::iter::once(roles.platform()).chain((0..lanes).map(|lane| roles.lane(lane))).collect();
    let (list, names) = (own.join(", "), own.iter().map(|name| format!("'{name}'")).collect::<Vec<_>>().join(", "));
    tx.execute_unprepared(&format!(
        "DO $$ DECLARE former name; BEGIN
           FOR former IN SELECT DISTINCT r.rolname FROM pg_database d, aclexplode(d.datacl) a JOIN pg_roles r ON r.oid = a.grantee
                         WHERE d.datname = current_database() AND r.rolname ~ '^madang_' AND r.rolname NOT IN ({names})
           LOOP EXECUTE format('REVOKE ALL ON DATABASE %I FROM %I', current_database(), former); END LOOP;
           EXECUTE format('REVOKE CONNECT, TEMPORARY, CREATE ON DATABASE %I FROM PUBLIC', current_database());
           EXECUTE format('GRANT CONNECT ON DATABASE %I TO {list}', current_database());
         END $$"
    ))
    .await?;
    Ok(())
}
