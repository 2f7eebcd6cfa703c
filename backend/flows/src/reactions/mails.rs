//! Who is written to at which step. Every mail has a key, so that a repeated event writes once.

use crate::{Flows, names};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use kernel::{CompanyId, Locale, Money, Problem, Result, TradeId};
use notify::{Message, Template};
use platform::{Delivery, PlatformTx, clock::business_day};
use serde_json::{Value, json};
use trade::{
    events::{TradeMoved, TradeOpened},
    queries::TradeFull,
    rules::Action,
};

/// A company signed up: its owner is told what happens next.
pub async fn company_signed_up(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: company::events::CompanySignedUp = delivery.read()?;
    company_mail(&flows, &delivery, event.company_id, Template::CompanySignedUp, json!({})).await
}

/// The operator verified a company.
pub async fn company_verified(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: company::events::CompanyVerified = delivery.read()?;
    company_mail(&flows, &delivery, event.company_id, Template::CompanyVerified, json!({})).await
}

/// The operator refused a company.
pub async fn company_rejected(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: company::events::CompanyRejected = delivery.read()?;
    company_mail(&flows, &delivery, event.company_id, Template::CompanyRejected, json!({"reason": event.reason})).await
}

/// The operator stopped a company.
pub async fn company_suspended(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: company::events::CompanySuspended = delivery.read()?;
    company_mail(&flows, &delivery, event.company_id, Template::CompanySuspended, json!({"reason": event.reason})).await
}

/// A stopped company goes on.
pub async fn company_resumed(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: company::events::CompanyResumed = delivery.read()?;
    company_mail(&flows, &delivery, event.company_id, Template::CompanyResumed, json!({})).await
}

/// A company wants to leave: its owners are told, whoever of them asked.
pub async fn company_closing(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: company::events::CompanyClosing = delivery.read()?;
    let tx = flows.app.platform().await?;
    let company = company::queries::by_id(&tx, event.company_id).await?.ok_or_else(Problem::not_found)?;
    drop(tx);
    let due = business_day(event.due_at, &company.time_zone).to_string();
    company_mail(&flows, &delivery, event.company_id, Template::CompanyClosing, json!({"due_on_text": due})).await
}

/// A company has left.
pub async fn company_closed(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: company::events::CompanyClosed = delivery.read()?;
    company_mail(&flows, &delivery, event.company_id, Template::CompanyClosed, json!({})).await
}

/// The buyer's order confirmation, once per order, and word to a seller who has to act.
pub async fn order_placed(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: TradeOpened = delivery.read()?;
    let tx = flows.app.platform().await?;
    let parts = trade::queries::by_order(&tx, event.order_id).await?;
    let Some(full) = parts.iter().find(|full| full.trade.id == event.trade_id) else { return Ok(()) };
    let letter = Letter::of(&flows, &tx, full).await?;
    let mut data = letter.data.clone();
    data["lines"] = parts.iter().flat_map(|part| lines(part, letter.locale)).collect();
    let total: i64 = parts.iter().map(|part| part.trade.goods_minor + part.trade.delivery_minor).sum();
    data["total_text"] = money_text(full.trade.currency.minor(total), letter.locale).into();
    enqueue(&tx, format!("order_placed:{}", event.order_id), Template::OrderPlaced, letter.locale, letter.buyer.clone(), None, data).await?;
    if !letter.seller.auto_request {
        to_company(&flows, &tx, &letter, &letter.seller, Template::PurchaseRequestWaiting, &format!("purchase_request_waiting:{}", event.trade_id))
            .await?;
    }
    tx.commit().await
}

/// Word to everyone concerned by a step.
pub async fn trade_moved(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: TradeMoved = delivery.read()?;
    let tx = flows.app.platform().await?;
    let full = trade::queries::full(&tx, event.trade_id).await?;
    let mut letter = Letter::of(&flows, &tx, &full).await?;
    letter.data["reason"] = event.reason.clone().into();
    letter.data["refund_text"] = money_text(full.trade.currency.minor(event.refund_minor), letter.locale).into();
    let (buyer, companies): (Option<Template>, Vec<(&crate::names::Company, Template)>) = match event.action {
        Action::IssuePo => (None, vec![(&letter.supplier, Template::PoToAccept)]),
        Action::DeclinePo => (Some(Template::TradeDeclined), vec![(&letter.seller, Template::TradeDeclined)]),
        Action::MarkInTransit => (Some(Template::Shipped), Vec::new()),
        Action::MarkArrived => (Some(Template::Arrived), Vec::new()),
        Action::Confirm => (None, vec![(&letter.seller, Template::TradeConfirmed), (&letter.supplier, Template::TradeConfirmed)]),
        Action::Cancel | Action::CancelLines => {
            (Some(Template::TradeCancelled), vec![(&letter.seller, Template::TradeCancelled), (&letter.supplier, Template::TradeCancelled)])
        }
        _ => (None, Vec::new()),
    };
    if let Some(template) = buyer {
        enqueue(&tx, format!("{}:buyer", delivery.id), template, letter.locale, letter.buyer.clone(), Some(event.trade_id), letter.data.clone())
            .await?;
    }
    for (company, template) in companies {
        to_company(&flows, &tx, &letter, company, template, &format!("{}:{}", delivery.id, company.id)).await?;
    }
    tx.commit().await
}

/// The warning that silence is about to release the money.
pub async fn confirm_warning(flows: &Flows, tx: &PlatformTx, id: TradeId) -> Result<()> {
    let full = trade::queries::full(tx, id).await?;
    let letter = Letter::of(flows, tx, &full).await?;
    enqueue(tx, format!("confirm_warning:{id}"), Template::ConfirmWarning, letter.locale, letter.buyer, Some(id), letter.data).await
}

/// A payment was refused; the goods are still kept for the buyer.
pub async fn payment_failed(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: payment::events::PaymentFailed = delivery.read()?;
    let tx = flows.app.platform().await?;
    let payment = payment::queries::payment(&tx, event.payment_id).await?;
    let drafts: Vec<trade::TradeDraft> = serde_json::from_value(payment.draft.clone()).map_err(Problem::internal)?;
    let Some(draft) = drafts.first() else { return Ok(()) };
    let seller = company::queries::by_id(&tx, event.seller_id).await?.ok_or_else(Problem::not_found)?;
    let token = sales::token::of_order(&flows.app.config().secret.key, event.order_id)?;
    let data = json!({
        "shop_name": seller.name,
        "buyer_name": draft.buyer.name,
        "order_number": payment.order_number,
        "total_text": money_text(payment.amount(), draft.locale),
        "reason": event.failure,
        "link": format!("{}/shop/{}/orders/{}#token={token}", flows.app.config().public_url(), seller.slug, event.order_id),
    });
    enqueue(&tx, delivery.id.to_string(), Template::PaymentFailed, draft.locale, draft.buyer.email.clone(), None, data).await?;
    tx.commit().await
}

/// Money came in that is not as it should be: the operator's people are told.
pub async fn payment_held(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: payment::events::PaymentHeld = delivery.read()?;
    let tx = flows.app.platform().await?;
    let payment = payment::queries::payment(&tx, event.payment_id).await?;
    for (person, _) in identity::queries::operators(&tx).await? {
        let data = json!({
            "name": person.name,
            "order_number": payment.order_number,
            "total_text": money_text(payment.captured(), person.locale),
            "reason": event.reason,
            "link": format!("{}/operator/queue?tab=payment", flows.app.config().public_url()),
        });
        enqueue(&tx, format!("{}:{}", delivery.id, person.id), Template::HoldWaiting, person.locale, person.email, None, data).await?;
    }
    tx.commit().await
}

/// The provider has paid the buyer back.
pub async fn refund_done(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: payment::events::RefundSucceeded = delivery.read()?;
    let Some(trade_id) = event.trade_id else { return Ok(()) };
    let tx = flows.app.platform().await?;
    let full = trade::queries::full(&tx, trade_id).await?;
    let mut letter = Letter::of(&flows, &tx, &full).await?;
    letter.data["refund_text"] = money_text(event.amount, letter.locale).into();
    enqueue(&tx, format!("refund_done:{}", event.refund_id), Template::RefundDone, letter.locale, letter.buyer, Some(trade_id), letter.data).await?;
    tx.commit().await
}

/// A company was settled.
pub async fn settlement_done(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: ledger::events::SettlementMade = delivery.read()?;
    company_mail(&flows, &delivery, event.company_id, Template::SettlementDone, json!({"number": event.number, "amount": event.net})).await
}

/// A payout has arrived.
pub async fn payout_paid(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: ledger::events::PayoutPaid = delivery.read()?;
    company_mail(&flows, &delivery, event.0.company_id, Template::PayoutPaid, json!({"number": event.0.number, "amount": event.0.amount})).await
}

/// A payout came back.
pub async fn payout_returned(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: ledger::events::PayoutReturned = delivery.read()?;
    company_mail(
        &flows,
        &delivery,
        event.0.company_id,
        Template::PayoutReturned,
        json!({"number": event.0.number, "amount": event.0.amount, "reason": event.0.reason}),
    )
    .await
}

/// What the mails of a trade have in common.
struct Letter {
    locale: Locale,
    buyer: String,
    data: Value,
    seller: crate::names::Company,
    supplier: crate::names::Company,
}

impl Letter {
    async fn of(flows: &Flows, tx: &PlatformTx, full: &TradeFull) -> Result<Self> {
        let trade = &full.trade;
        let mut parties = names::companies(tx, &[trade.seller_id, trade.supplier_id]).await?;
        let supplier = parties.get(&trade.supplier_id).cloned().ok_or_else(Problem::not_found)?;
        let seller = parties.remove(&trade.seller_id).ok_or_else(Problem::not_found)?;
        let locale = trade.buyer.locale;
        let data = json!({
            "shop_name": seller.name,
            "order_number": trade.order_number,
            "trade_number": trade.number,
            "state": trade.state.name(),
            "lines": lines(full, locale),
            "total_text": money_text(trade.currency.minor(trade.goods_minor + trade.delivery_minor), locale),
            "link": format!(
                "{}/shop/{}/orders/{}#token={}",
                flows.app.config().public_url(),
                seller.slug,
                trade.order_id,
                sales::token::of_order(&flows.app.config().secret.key, trade.order_id)?
            ),
            "carrier": trade.carrier,
            "tracking_number": trade.tracking_number,
            "confirm_due_at_text": trade.confirm_due_at.map(|at| day_text(at, &seller.time_zone, locale)),
            "buyer_name": trade.buyer.name,
        });
        Ok(Self { locale, buyer: trade.buyer.email.clone(), data, seller, supplier })
    }
}

fn lines(full: &TradeFull, locale: Locale) -> Vec<Value> {
    full.lines
        .iter()
        .map(|line| {
            let amount = full.trade.currency.minor(i64::from(line.quantity) * line.unit_price_minor);
            json!({"name": line.name, "variant_name": line.variant_name, "quantity": line.quantity, "amount_text": money_text(amount, locale), "cancelled": line.cancelled})
        })
        .collect()
}

async fn to_company(flows: &Flows, tx: &PlatformTx, letter: &Letter, company: &crate::names::Company, template: Template, key: &str) -> Result<()> {
    let locale = company.locale;
    let mut data = letter.data.clone();
    data["company_name"] = company.name.clone().into();
    data["link"] = format!("{}/company/trades", flows.app.config().public_url()).into();
    // A supplier that is not the seller does not learn what the buyer paid.
    if company.id != letter.seller.id {
        data["total_text"] = Value::Null;
        if let Some(lines) = data["lines"].as_array_mut() {
            lines.iter_mut().for_each(|line| line["amount_text"] = Value::Null);
        }
    }
    enqueue(tx, key.to_owned(), template, locale, company.email.clone(), None, data).await
}

pub(super) async fn company_mail(flows: &Flows, delivery: &Delivery, id: CompanyId, template: Template, mut data: Value) -> Result<()> {
    let tx = flows.app.platform().await?;
    let company = company::queries::by_id(&tx, id).await?.ok_or_else(Problem::not_found)?;
    if let Some(amount) = data.get("amount").cloned().and_then(|amount| serde_json::from_value::<Money>(amount).ok()) {
        data["amount_text"] = money_text(amount, company.locale).into();
    }
    data["company_name"] = company.name.clone().into();
    data["link"] = format!("{}/company", flows.app.config().public_url()).into();
    enqueue(&tx, delivery.id.to_string(), template, company.locale, company.email.clone(), None, data).await?;
    tx.commit().await
}

pub(super) async fn send(flows: &Flows, delivery: &Delivery, template: Template, locale: Locale, to: String, data: Value) -> Result<()> {
    let tx = flows.app.platform().await?;
    enqueue(&tx, delivery.id.to_string(), template, locale, to, None, data).await?;
    tx.commit().await
}

pub(super) async fn enqueue(
    tx: &PlatformTx,
    key: String,
    template: Template,
    locale: Locale,
    recipient: String,
    trade_id: Option<TradeId>,
    data: Value,
) -> Result<()> {
    notify::actions::enqueue(tx, Message { key, template, locale, recipient, trade_id, data }).await
}

/// `22,000원`, `₩22,000`, `USD 12.50`.
pub(super) fn money_text(amount: Money, locale: Locale) -> String {
    let digits = usize::try_from(amount.currency.minor_digits()).unwrap_or(0);
    let mut text = amount.minor.unsigned_abs().to_string();
    while text.len() <= digits {
        text.insert(0, '0');
    }
    let (whole, fraction) = text.split_at(text.len() - digits);
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if digits > 0 {
        grouped = format!("{grouped}.{fraction}");
    }
    let sign = if amount.minor < 0 { "-" } else { "" };
    match (amount.currency.as_str(), locale) {
        ("KRW", Locale::Ko) => format!("{sign}{grouped}원"),
        ("KRW", Locale::En) => format!("{sign}₩{grouped}"),
        (currency, _) => format!("{sign}{currency} {grouped}"),
    }
}

pub(super) fn day_text(at: DateTime<Utc>, time_zone: &str, locale: Locale) -> String {
    let local = time_zone.parse::<Tz>().map_or_else(|_| at.naive_utc(), |tz| at.with_timezone(&tz).naive_local());
    match locale {
        Locale::Ko => local.format("%-m월 %-d일 %H:%M").to_string(),
        Locale::En => local.format("%-d %b, %H:%M").to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_as_people_write_them() {
        assert_eq!(money_text(Money::won(22_000), Locale::Ko), "22,000원");
        assert_eq!(money_text(Money::won(-1_234_567), Locale::En), "-₩1,234,567");
        assert_eq!(money_text(kernel::Currency::USD.minor(5), Locale::En), "USD 0.05");
    }
}
