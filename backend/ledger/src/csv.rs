//! CSV files that people open in a spreadsheet: RFC 4180, UTF-8 with a byte-order mark, and text
//! that a spreadsheet would take for a formula made harmless.

use kernel::Money;

/// The beginning of every file, so that spreadsheets read it as UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A file in the making.
pub struct Csv(String);

/// One cell.
pub enum Cell<'a> {
    /// Text that people entered.
    Text(&'a str),
    /// An amount in the currency's major unit (`12.50`, `22000`).
    Amount(Money),
    /// A whole number.
    Count(i64),
}

impl Csv {
    /// A file with a heading.
    #[must_use]
    pub fn new(heading: &[&str]) -> Self {
        let mut csv = Self(String::from(BYTE_ORDER_MARK));
        let cells: Vec<Cell<'_>> = heading.iter().map(|name| Cell::Text(name)).collect();
        csv.row(&cells);
        csv
    }

    /// The rows that follow those of another piece of the same file.
    #[must_use]
    pub const fn continued() -> Self {
        Self(String::new())
    }

    /// Adds a row.
    pub fn row(&mut self, cells: &[Cell<'_>]) {
        let cells: Vec<String> = cells.iter().map(cell).collect();
        self.0.push_str(&cells.join(","));
        self.0.push_str("\r\n");
    }

    /// The whole file.
    #[must_use]
    pub fn finish(self) -> String {
        self.0
    }
}

fn cell(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Text(text) => quoted(&harmless(text)),
        Cell::Amount(money) => major(*money),
        Cell::Count(count) => count.to_string(),
    }
}

/// A spreadsheet runs a cell that begins so; an apostrophe makes it text.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '|', '%']) { format!("'{text}") } else { text.to_owned() }
}

fn quoted(text: &str) -> String {
    if text.contains(['"', ',', '\r', '\n']) || text.starts_with(' ') || text.ends_with(' ') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// An amount in the currency's major unit, without thousands separators.
#[must_use]
pub fn major(money: Money) -> String {
    let digits = usize::try_from(money.currency.minor_digits()).unwrap_or(0);
    let sign = if money.minor < 0 { "-" } else { "" };
    let magnitude = format!("{:0>width$}", money.minor.unsigned_abs(), width = digits + 1);
    if digits == 0 {
        return format!("{sign}{magnitude}");
    }
    let (whole, fraction) = magnitude.split_at(magnitude.len() - digits);
    format!("{sign}{whole}.{fraction}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Currency;

    #[test]
    fn a_file_is_rfc_4180_with_a_byte_order_mark() {
        let mut csv = Csv::new(&["holder", "amount"]);
        csv.row(&[Cell::Text("한빛, \"제빵\""), Cell::Amount(Money::won(-4_840))]);
        assert_eq!(csv.finish(), "\u{feff}holder,amount\r\n\"한빛, \"\"제빵\"\"\",-4840\r\n");
    }

    #[test]
    fn a_formula_is_text() {
        for text in ["=1+1", "+82", "-cmd", "@sum", "\tx"] {
            assert!(cell(&Cell::Text(text)).trim_start_matches('"').starts_with('\''), "{text:?}");
        }
        assert_eq!(cell(&Cell::Text("110-123-456789")), "110-123-456789");
    }

    #[test]
    fn amounts_have_the_digits_of_their_currency() {
        assert_eq!(major(Money::won(22_000)), "22000");
        assert_eq!(major(Currency::USD.minor(5)), "0.05");
        assert_eq!(major(Currency::USD.minor(-1_250)), "-12.50");
    }
}
