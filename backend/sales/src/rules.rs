//! Numbers of orders, who is the same customer, and whether an order adds up.

use crate::{
    actions::PlaceOrder,
    entity::order::{Address, Buyer},
};
use chrono::NaiveDate;
use kernel::{OrderId, Problem, Result};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// Letters and digits that are not mistaken for each other.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Refuses a buyer or an address that nobody can be written to or delivered to. Error: every field at fault.
pub fn check(buyer: &Buyer, ship_to: &Address) -> Result<()> {
    let lengths = [
        ("buyer.name", buyer.name.as_str(), 1, 80),
        ("buyer.phone", &buyer.phone, 7, 20),
        ("ship_to.name", &ship_to.name, 1, 80),
        ("ship_to.phone", &ship_to.phone, 7, 20),
        ("ship_to.postcode", &ship_to.postcode, 3, 10),
        ("ship_to.address1", &ship_to.address1, 1, 200),
        ("ship_to.address2", ship_to.address2.as_deref().unwrap_or_default(), 0, 200),
        ("ship_to.note", ship_to.note.as_deref().unwrap_or_default(), 0, 200),
    ];
    let mut problem = Problem::new(kernel::code::INVALID);
    for (field, text, least, most) in lengths {
        match text.trim().chars().count() {
            0 if least > 0 => problem = problem.field(field, "required"),
            length if length < least => problem = problem.field(field, "too_short"),
            length if length > most => problem = problem.field(field, "too_long"),
            _ => {}
        }
    }
    let mailbox = buyer.email.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.ends_with('.'));
    if !mailbox || buyer.email.len() > 254 || buyer.email.chars().any(|c| c.is_whitespace() || c.is_control()) {
        problem = problem.field("buyer.email", "malformed");
    }
    if ship_to.country.len() != 2 || !ship_to.country.bytes().all(|b| b.is_ascii_uppercase()) {
        problem = problem.field("ship_to.country", "malformed");
    }
    if problem.fields.is_empty() { Ok(()) } else { Err(problem) }
}

/// The number of an order as people read it: the day and six characters that follow from its id.
/// `attempt` gives another one where that number is taken.
#[must_use]
pub fn order_number(day: NaiveDate, id: OrderId, attempt: u32) -> String {
    let mut hash = Sha256::new();
    hash.update(id.uuid().as_bytes());
    hash.update(attempt.to_be_bytes());
    let code: String = hash.finalize().iter().take(6).map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect();
    format!("{}-{code}", day.format("%Y%m%d"))
}

/// The form of an address by which customers are told apart.
#[must_use]
pub fn normal_email(email: &str) -> String {
    email.trim().to_lowercase()
}

/// Goods, delivery and total of an order in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sums {
    /// All lines.
    pub goods: i64,
    /// All parts' delivery fees.
    pub delivery: i64,
    /// What the buyer pays.
    pub total: i64,
}

/// Adds an order up and checks that its parts and lines agree. A disagreement is a fault of the
/// caller, not of the buyer.
pub fn sums(order: &PlaceOrder) -> Result<Sums> {
    let wrong = |what: &str| Problem::internal(format!("order {}: {what}", order.id));
    if order.lines.is_empty() || order.parts.is_empty() {
        return Err(wrong("nothing in it"));
    }
    let mut goods_of_part = HashMap::new();
    for line in &order.lines {
        let goods = line.goods_minor().filter(|goods| *goods >= 0 && line.quantity > 0).ok_or_else(|| wrong("a line's amount"))?;
        let sum: &mut i64 = goods_of_part.entry(line.trade_id).or_default();
        *sum = sum.checked_add(goods).ok_or_else(|| wrong("too large"))?;
    }
    if goods_of_part.len() != order.parts.len() {
        return Err(wrong("a part without lines, or lines without a part"));
    }
    let (mut goods, mut delivery) = (0_i64, 0_i64);
    for part in &order.parts {
        if goods_of_part.get(&part.trade_id) != Some(&part.goods_minor) || part.delivery_minor < 0 {
            return Err(wrong("a part and its lines disagree"));
        }
        goods = goods.checked_add(part.goods_minor).ok_or_else(|| wrong("too large"))?;
        delivery = delivery.checked_add(part.delivery_minor).ok_or_else(|| wrong("too large"))?;
    }
    let total = goods.checked_add(delivery).ok_or_else(|| wrong("too large"))?;
    if !(0..=total).contains(&order.vat_minor) {
        return Err(wrong("its VAT"));
    }
    Ok(Sums { goods, delivery, total })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_follows_from_the_day_and_the_order() {
        let (day, id) = (NaiveDate::from_ymd_opt(2026, 3, 9).unwrap_or_default(), OrderId::new());
        let number = order_number(day, id, 0);
        assert_eq!(number.len(), 15);
        assert!(number.starts_with("20260309-"));
        assert_eq!(number, order_number(day, id, 0));
        assert_ne!(number, order_number(day, id, 1));
    }

    #[test]
    fn an_address_is_the_same_however_it_is_typed() {
        assert_eq!(normal_email(" Kim@Example.COM "), "kim@example.com");
    }
}
