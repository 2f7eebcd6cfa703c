//! Faults that a story brings about: a company's schema that cannot be reached for a while, and
//! rows that somebody alters who may do anything with the database.

use crate::{Firm, TestApp, database};
use kernel::{Problem, Result};
use sea_orm::ConnectionTrait;

impl TestApp {
    /// A company's own part of the database is gone for a while.
    pub async fn hide(&self, firm: &Firm) -> Result<()> {
        self.rename(firm, false).await
    }

    /// It is back.
    pub async fn show(&self, firm: &Firm) -> Result<()> {
        self.rename(firm, true).await
    }

    /// Somebody with every right on the platform's database runs a statement. Error: refused.
    pub async fn forge(&self, sql: &str) -> Result<()> {
        let database = self.databases.first().ok_or_else(Problem::not_found)?;
        let owner = database::open(&database::url(database)?).await?;
        let outcome = owner.execute_unprepared(sql).await;
        owner.close().await?;
        Ok(outcome.map(drop)?)
    }

    async fn rename(&self, firm: &Firm, back: bool) -> Result<()> {
        let tx = self.madang.app.platform().await?;
        let company = company::queries::by_id(&tx, firm.id).await?.ok_or_else(Problem::not_found)?;
        drop(tx);
        let name = company.schema_name;
        let place = usize::try_from(company.cell).unwrap_or(0);
        let database = self.databases.get(place).ok_or_else(Problem::not_found)?;
        let owner = database::open(&database::url(database)?).await?;
        let (from, to) = if back { (format!("hidden_{name}"), name) } else { (name.clone(), format!("hidden_{name}")) };
        owner.execute_unprepared(&format!("ALTER SCHEMA {from} RENAME TO {to}")).await?;
        owner.close().await?;
        Ok(())
    }
}
