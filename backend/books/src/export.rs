//! Files of entries for spreadsheets: CSV (RFC 4180) with a byte order mark, so that Korean is read
//! rightly. A text that a spreadsheet would take for a formula is made harmless.

use crate::{
    codes,
    entity::{revenue_entry, tax_entry},
    queries::{self, RevenueFilter, TaxFilter},
};
use kernel::{Problem, Result};
use platform::TenantTx;

/// Entries read at once.
const BATCH: u64 = 1_000;
/// The most entries of one file.
const MOST: usize = 50_000;

/// A file under way.
struct Csv(String);

impl Csv {
    fn new(heads: &[&str]) -> Self {
        let mut csv = Self("\u{feff}".to_owned());
        csv.row(&heads.iter().map(|head| (*head).to_owned()).collect::<Vec<_>>());
        csv
    }

    fn row(&mut self, cells: &[String]) {
        self.0.push_str(&cells.join(","));
        self.0.push_str("\r\n");
    }
}

/// A cell of text that people have written.
fn text(value: &str) -> String {
    // A leading quote makes a spreadsheet take the cell as text; the characters are those that
    // begin a formula, also after a tab or a line break.
    let guard = if value.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) { "'" } else { "" };
    if guard.is_empty() && !value.contains([',', '"', '\r', '\n']) {
        return value.to_owned();
    }
    format!("\"{guard}{}\"", value.replace('"', "\"\""))
}

/// A cell with a word of ours: the name by which a value goes in the API.
fn word<T: serde::Serialize>(value: &T) -> Result<String> {
    let json = serde_json::to_value(value).map_err(Problem::internal)?;
    Ok(json.as_str().unwrap_or_default().to_owned())
}

/// The revenue entries as a file, the earliest first. Error: too many for one file.
pub async fn revenue(tx: &TenantTx, filter: &RevenueFilter) -> Result<String> {
    let mut csv = Csv::new(&[
        "posted_on",
        "kind",
        "basis",
        "tax_class",
        "currency",
        "gross",
        "supply_value",
        "vat",
        "counterparty",
        "note",
        "trade_id",
        "order_id",
        "id",
    ]);
    let (mut after, mut count) = (None, 0);
    loop {
        let rows = queries::revenue_from(tx, filter, after, BATCH).await?;
        let Some(last) = rows.last() else { return Ok(csv.0) };
        after = Some(last.id);
        count += rows.len();
        if count > MOST {
            return Err(codes::EXPORT_TOO_LARGE.into());
        }
        for row in &rows {
            csv.row(&revenue_cells(row)?);
        }
    }
}

fn revenue_cells(row: &revenue_entry::Model) -> Result<Vec<String>> {
    Ok(vec![
        row.posted_on.to_string(),
        word(&row.kind)?,
        word(&row.basis)?,
        word(&row.tax_class)?,
        row.currency.to_string(),
        row.gross_minor.to_string(),
        row.supply_value_minor.to_string(),
        row.vat_minor.to_string(),
        text(&row.counterparty),
        text(row.note.as_deref().unwrap_or_default()),
        row.trade_id.to_string(),
        row.order_id.map(|id| id.to_string()).unwrap_or_default(),
        row.id.to_string(),
    ])
}

/// The tax entries as a file, the earliest first. Error: too many for one file.
pub async fn taxes(tx: &TenantTx, filter: &TaxFilter) -> Result<String> {
    let mut csv = Csv::new(&[
        "written_on",
        "direction",
        "subject",
        "tax_class",
        "rule",
        "currency",
        "gross",
        "supply_value",
        "vat",
        "counterparty",
        "counterparty_number",
        "trade_id",
        "id",
    ]);
    let (mut after, mut count) = (None, 0);
    loop {
        let rows = queries::tax_from(tx, filter, after, BATCH).await?;
        let Some(last) = rows.last() else { return Ok(csv.0) };
        after = Some(last.id);
        count += rows.len();
        if count > MOST {
            return Err(codes::EXPORT_TOO_LARGE.into());
        }
        for row in &rows {
            csv.row(&tax_cells(row)?);
        }
    }
}

fn tax_cells(row: &tax_entry::Model) -> Result<Vec<String>> {
    Ok(vec![
        row.written_on.to_string(),
        word(&row.direction)?,
        word(&row.subject)?,
        word(&row.tax_class)?,
        row.rule.clone(),
        row.currency.to_string(),
        row.gross_minor.to_string(),
        row.supply_value_minor.to_string(),
        row.vat_minor.to_string(),
        text(&row.counterparty),
        text(row.counterparty_number.as_deref().unwrap_or_default()),
        row.trade_id.to_string(),
        row.id.to_string(),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_in_a_name_stays_text() {
        for (value, cell) in [
            ("한빛제빵", "한빛제빵"),
            ("=1+1", "\"'=1+1\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("\t=1", "\"'\t=1\""),
            ("-소금", "\"'-소금\""),
            ("a,b", "\"a,b\""),
            ("a\"b", "\"a\"\"b\""),
        ] {
            assert_eq!(text(value), cell);
        }
    }

    #[test]
    fn a_file_begins_with_its_byte_order_mark_and_heads() {
        let mut csv = Csv::new(&["a", "b"]);
        csv.row(&[text("1"), text("x,y")]);
        assert_eq!(csv.0, "\u{feff}a,b\r\n1,\"x,y\"\r\n");
    }
}
