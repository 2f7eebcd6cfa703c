//! Schemas are made in advance, because making one takes a fifth of a second.

use crate::entity::spare_schema;
use kernel::{Problem, Result};
use platform::App;
use sea_orm::Set;

/// Makes one spare schema on a cell, or on the open cell with the fewest spares. Should the
/// process die between the making and the noting, an empty schema stays that nobody uses.
pub async fn add_spare(app: &App, cell: Option<i16>) -> Result<()> {
    let cell = match cell {
        Some(cell) => cell,
        None => poorest(app).await?.0,
    };
    let schema = app.provisioner().provision(cell).await?;
    let tx = app.platform().await?;
    let row = spare_schema::ActiveModel { schema_name: Set(schema.as_str().to_owned()), cell: Set(cell), created_at: Set(tx.now()) };
    tx.insert(row).await?;
    tx.commit().await
}

/// Brings every open cell to its number of spares; returns how many were made.
pub async fn refill_spares(app: &App) -> Result<u64> {
    let wanted = u64::from(app.config().database.spare_schemas);
    let mut made = 0;
    loop {
        let (cell, spares) = poorest(app).await?;
        if spares >= wanted {
            return Ok(made);
        }
        add_spare(app, Some(cell)).await?;
        made += 1;
    }
}

/// The open cell with the fewest spares, and how many it has.
async fn poorest(app: &App) -> Result<(i16, u64)> {
    let tx = app.platform().await?;
    let mut poorest: Option<(i16, u64)> = None;
    for cell in open_cells(&app.config().database.open_cells)? {
        let spares = tx.count(spare_schema::of_cell(cell)).await?;
        if poorest.is_none_or(|(_, fewest)| spares < fewest) {
            poorest = Some((cell, spares));
        }
    }
    poorest.ok_or_else(|| Problem::internal("database.open_cells names no cell"))
}

/// Parses `0,1,2`.
fn open_cells(text: &str) -> Result<Vec<i16>> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(|part| part.parse().map_err(Problem::internal)).collect()
}

#[cfg(test)]
mod tests {
    use super::open_cells;

    #[test]
    fn cells_are_numbers_between_commas() {
        assert_eq!(open_cells("0, 2,").ok(), Some(vec![0, 2]));
        assert!(open_cells("a").is_err());
    }
}
