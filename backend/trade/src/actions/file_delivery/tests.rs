//! What a delivery confirmation may say.

use super::*;
use kernel::{ListingId, RegisteredItemId, TaxClass, VariantId};
use rust_decimal::Decimal;

fn ordered(quantity: i32, cancelled: bool) -> trade_line::Model {
    trade_line::Model {
        id: OrderLineId::new(),
        trade_id: TradeId::new(),
        registered_item_id: RegisteredItemId::new(),
        registered_version: 1,
        variant_id: VariantId::new(),
        listing_id: ListingId::new(),
        sku: "BREAD-1".to_owned(),
        name: "식빵".to_owned(),
        variant_name: "한 줄".to_owned(),
        unit: "개".to_owned(),
        tax_class: TaxClass::Taxable,
        category: None,
        quantity,
        unit_price_minor: 1_000,
        unit_supply_minor: 700,
        goods_minor: 1_000 * i64::from(quantity),
        supply_minor: 700 * i64::from(quantity),
        fee_rate: Decimal::new(3, 2),
        fee_minor: 30 * i64::from(quantity),
        cancelled,
        delivered: None,
    }
}

fn filing(lines: &[(OrderLineId, i32)]) -> NewDelivery {
    NewDelivery {
        carrier: " CJ대한통운 ".to_owned(),
        tracking_number: "612345678901".to_owned(),
        lines: lines.iter().map(|(line_id, quantity)| DeliveredLine { line_id: *line_id, quantity: *quantity, lot: Some(" ".to_owned()) }).collect(),
        document: None,
    }
}

fn faults(new: NewDelivery, lines: &[trade_line::Model]) -> Vec<(String, String)> {
    let problem = checked(new, lines).err();
    problem.map(|problem| problem.fields.into_iter().map(|field| (field.field, field.reason)).collect()).unwrap_or_default()
}

#[test]
fn a_full_and_a_short_delivery_are_taken_and_trimmed() {
    let lines = [ordered(3, false), ordered(2, false)];
    let filed = checked(filing(&[(lines[1].id, 0), (lines[0].id, 3)]), &lines).ok();
    let filed = filed.as_ref();
    assert_eq!(filed.map(|new| new.carrier.as_str()), Some("CJ대한통운"));
    assert!(filed.is_some_and(|new| new.lines.is_sorted_by_key(|line| line.line_id) && new.lines.iter().all(|line| line.lot.is_none())));
    assert!(checked(filing(&[(lines[0].id, 1)]), &lines).is_ok());
}

#[test]
fn more_than_ordered_less_than_nothing_and_lines_of_others_are_refused() {
    let lines = [ordered(3, false), ordered(2, true)];
    let found = faults(filing(&[(lines[0].id, 4), (lines[1].id, 1), (OrderLineId::new(), 1)]), &lines);
    let expected = [("lines.0.quantity", "more_than_ordered"), ("lines.1.line_id", "unknown"), ("lines.2.line_id", "unknown")];
    assert_eq!(found, expected.map(|(field, reason)| (field.to_owned(), reason.to_owned())));
    assert_eq!(faults(filing(&[(lines[0].id, -1)]), &lines).first().map(|(_, reason)| reason.as_str()), Some("negative"));
}

#[test]
fn nothing_at_all_twice_the_same_line_and_no_carrier_are_refused() {
    let lines = [ordered(3, false)];
    assert!(faults(filing(&[]), &lines).contains(&("lines".to_owned(), "nothing_delivered".to_owned())));
    assert!(faults(filing(&[(lines[0].id, 0)]), &lines).contains(&("lines".to_owned(), "nothing_delivered".to_owned())));
    assert!(faults(filing(&[(lines[0].id, 1), (lines[0].id, 1)]), &lines).contains(&("lines".to_owned(), "repeated".to_owned())));
    let nameless = NewDelivery { carrier: "  ".to_owned(), tracking_number: "7".repeat(61), ..filing(&[(lines[0].id, 1)]) };
    let found = faults(nameless, &lines);
    assert!(found.contains(&("carrier".to_owned(), "required".to_owned())));
    assert!(found.contains(&("tracking_number".to_owned(), "too_long".to_owned())));
}
