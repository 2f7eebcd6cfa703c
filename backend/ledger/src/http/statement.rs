//! The statement of a settlement as a CSV file, and how files are answered.

use crate::{
    csv::{Cell, Csv},
    entity::{settlement, settlement_line::Role},
    queries,
};
use actix_web::{HttpResponse, http::header};
use kernel::Result;
use platform::PlatformTx;

/// Lines read per step.
const STEP: u64 = 1_000;

/// The statement, with its sum in the last row.
pub(super) async fn statement(tx: &PlatformTx, settlement: &settlement::Model) -> Result<String> {
    let currency = settlement.currency;
    let mut csv = Csv::new(&[
        "정산번호 / settlement",
        "거래번호 / trade",
        "주문번호 / order",
        "역할 / role",
        "매출·공급액 / gross",
        "수수료 / fee",
        "정산액 / net",
        "통화 / currency",
        "구매확정 / confirmed at",
    ]);
    let mut position = None;
    loop {
        let lines = queries::lines_after(tx, settlement.id, position, STEP).await?;
        let Some(last) = lines.last() else { break };
        position = Some((last.trade_id, last.role));
        for line in &lines {
            csv.row(&[
                Cell::Text(&settlement.number),
                Cell::Text(&line.trade_number),
                Cell::Text(&line.order_number),
                Cell::Text(match line.role {
                    Role::Seller => "판매 / seller",
                    Role::Supplier => "공급 / supplier",
                }),
                Cell::Amount(currency.minor(line.gross_minor)),
                Cell::Amount(currency.minor(line.fee_minor)),
                Cell::Amount(currency.minor(line.net_minor)),
                Cell::Text(currency.as_str()),
                Cell::Text(&line.confirmed_at.to_rfc3339()),
            ]);
        }
    }
    let gross = settlement.sales_minor + settlement.supply_minor + settlement.delivery_minor;
    csv.row(&[
        Cell::Text(&settlement.number),
        Cell::Text("합계 / total"),
        Cell::Text(""),
        Cell::Text(""),
        Cell::Amount(currency.minor(gross)),
        Cell::Amount(currency.minor(settlement.fee_minor)),
        Cell::Amount(currency.minor(settlement.net_minor)),
        Cell::Text(currency.as_str()),
        Cell::Text(""),
    ]);
    Ok(csv.finish())
}

/// A CSV file to be saved.
pub(super) fn file(name: &str, csv: String) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.csv\"")))
        .body(csv)
}
