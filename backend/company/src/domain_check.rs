//! Looking at the records that prove domains: outside of any transaction, and never believing that
//! a silent name server means a missing record.

use crate::{
    actions, codes, directory,
    entity::domain,
    queries,
    rules::domain::{record_name, record_value},
};
use chrono::Duration;
use kernel::{Problem, Result};
use platform::App;

/// Domains looked at in one run.
const BATCH: u64 = 20;

/// Looks for the record of a domain and notes what was found. Error: nobody could be asked.
pub async fn look(app: &App, row: &domain::Model) -> Result<()> {
    let asked = app.dns().at(&record_name(&row.host)).await;
    let texts = asked.map_err(|problem| Problem { cause: Some(problem.to_string()), ..codes::DOMAIN_UNREACHABLE.into() })?;
    let wanted = record_value(&row.token);
    let found = texts.iter().any(|text| text.trim().trim_matches('"') == wanted);
    let patience = Duration::hours(i64::from(app.config().tenant.domain_patience_hours));
    let tx = app.platform().await?;
    actions::note_domain(&tx, row, found, patience).await?;
    tx.commit().await?;
    directory::status_changed();
    Ok(())
}

/// Looks at the domains whose time has come; returns how many were looked at.
pub async fn look_again(app: &App) -> Result<u64> {
    let again = Duration::hours(i64::from(app.config().tenant.domain_check_hours));
    let tx = app.platform().await?;
    let due = queries::domains_due(&tx, again, BATCH).await?;
    drop(tx);
    let mut done = 0;
    for row in due {
        match look(app, &row).await {
            Ok(()) => done += 1,
            Err(problem) => tracing::warn!(host = row.host, %problem, "the record of a domain could not be looked at"),
        }
    }
    Ok(done)
}
