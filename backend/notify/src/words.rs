//! From a template and its data to subject, text and HTML.
//!
//! A mail's source is written once: its first line is the subject, the rest is made of the parts
//! of a kit. The kit exists twice, as text and as HTML, so that both always say the same. In HTML
//! everything that comes from data is escaped; in subjects and data, line breaks become spaces
//! where they could forge a header or a line.

use crate::template::Template;
use kernel::{Locale, Problem, Result};
use minijinja::{AutoEscape, Environment, Output, State, Value, context, escape_formatter, syntax::SyntaxConfig, value::Serde};
use sea_orm::Iterable;
use std::sync::LazyLock;

/// A mail in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Words {
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
}

macro_rules! sources {
    ($($name:ident)*) => {
        fn source(template: &str, locale: Locale) -> &'static str {
            match (template, locale) {
                $((stringify!($name), Locale::Ko) => include_str!(concat!("../templates/ko/", stringify!($name), ".j2")),
                (stringify!($name), Locale::En) => include_str!(concat!("../templates/en/", stringify!($name), ".j2")),)*
                _ => "",
            }
        }
    };
}

sources! {
    verify_email address_taken reset_password password_changed confirm_new_email email_change_asked email_changed account_deleted second_factor_changed passkey_changed new_device member_invited company_signed_up company_verified company_rejected
    company_suspended company_resumed company_closing company_closed
    order_placed payment_failed po_to_accept purchase_request_waiting trade_declined shipped arrived confirm_warning
    trade_confirmed trade_cancelled refund_done settlement_done payout_paid payout_returned hold_waiting
    webhook_switched_off proposal_waiting payout_account_proposed proposal_ended payout_account_changed
}

/// What every mail may be made of.
const KIT: &str = "{% from kit import p, facts, goods, points, money, button, note %}";

const fn folder(locale: Locale) -> &'static str {
    match locale {
        Locale::Ko => "ko",
        Locale::En => "en",
    }
}

/// The compiled templates, or what is wrong with them; a test proves that nothing is.
static ENVIRONMENT: LazyLock<Result<Environment<'static>, String>> = LazyLock::new(|| build().map_err(|error| error.to_string()));

fn build() -> Result<Environment<'static>, minijinja::Error> {
    let mut env = Environment::new();
    env.set_auto_escape_callback(|name| if name.ends_with(".html") { AutoEscape::Html } else { AutoEscape::None });
    env.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    env.set_formatter(put);
    env.add_template("kit.html", include_str!("../templates/kit.html"))?;
    env.add_template("kit.txt", include_str!("../templates/kit.txt"))?;
    env.add_template("layout.html", include_str!("../templates/layout.html"))?;
    env.add_template("layout.txt", include_str!("../templates/layout.txt"))?;
    for template in Template::iter() {
        for locale in Locale::iter() {
            let name = format!("{}/{}", folder(locale), template.name());
            let (subject, body) = source(template.name(), locale).split_once('\n').unwrap_or_default();
            env.add_template_owned(format!("{name}.subject"), subject)?;
            let body = format!("{KIT}{body}");
            env.add_template_owned(format!("{name}.html"), body.clone())?;
            env.add_template_owned(format!("{name}.txt"), body)?;
        }
    }
    Ok(env)
}

/// Puts a value into a mail. What was not given is left out, never written as a word. In HTML the
/// five characters that mean something there are escaped, and not the slash, which would only
/// make links unreadable.
fn put(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), minijinja::Error> {
    if value.is_none() {
        return Ok(());
    }
    match value.as_str().filter(|_| matches!(state.auto_escape(), AutoEscape::Html) && !value.is_safe()) {
        Some(text) => Ok(out.write_str(&escaped(text))?),
        None => escape_formatter(out, state, value),
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// Writes a mail.
pub(crate) fn write(template: Template, locale: Locale, data: &serde_json::Value) -> Result<Words> {
    let env = ENVIRONMENT.as_ref().map_err(Problem::internal)?;
    let name = format!("{}/{}", folder(locale), template.name());
    let data = greeted(one_line(data));
    let render = |file: &str, kit: &str| -> Result<String> {
        let context = context! { kit => kit, ..Value::from(Serde(&data)) };
        env.get_template(file).and_then(|found| found.render(context)).map_err(|error| Problem::internal(format!("{file}: {error:#}")))
    };
    let subject = render(&format!("{name}.subject"), "kit.txt")?.trim().to_owned();
    let layout = |kind: &str| -> Result<String> {
        let body = render(&format!("{name}.{kind}"), &format!("kit.{kind}"))?;
        let body = if kind == "html" { Value::from_safe_string(body) } else { Value::from(tidy(&body)) };
        let context = context! { subject => subject.clone(), body => body, lang => folder(locale) };
        let file = format!("layout.{kind}");
        env.get_template(&file).and_then(|found| found.render(context)).map_err(|error| Problem::internal(format!("{file}: {error:#}")))
    };
    let (text, html) = (layout("txt")?, layout("html")?);
    Ok(Words { subject, text, html })
}

/// Data with the name to greet, which is the buyer's unless a company is reading.
fn greeted(mut data: serde_json::Value) -> serde_json::Value {
    let given = |field: &str| data.get(field).filter(|value| !value.is_null()).cloned();
    if let (None, None, Some(buyer)) = (given("name"), given("company_name"), given("buyer_name")) {
        data["name"] = buyer;
    }
    data
}

/// At most one empty line between paragraphs, none at the ends.
fn tidy(text: &str) -> String {
    let mut out: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim_end) {
        if !(line.is_empty() && out.last().is_none_or(|last| last.is_empty())) {
            out.push(line);
        }
    }
    out.join("\n").trim_end().to_owned()
}

/// Data with every control character as a space.
fn one_line(data: &serde_json::Value) -> serde_json::Value {
    use serde_json::Value as Json;
    match data {
        Json::String(text) => Json::String(text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()),
        Json::Array(items) => Json::Array(items.iter().map(one_line).collect()),
        Json::Object(fields) => Json::Object(fields.iter().map(|(name, value)| (name.clone(), one_line(value))).collect()),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn everything() -> serde_json::Value {
        let of_people = json!({
            "name": "김하늘", "old_email": "old@people.example", "new_email": "new@people.example", "user_agent": "Firefox", "what": "on",
            "codes_left": 9, "address": "203.0.113.7", "at_text": "1월 3일", "of_company": "한빛제빵", "inviter": "김한빛", "role": "sales",
        });
        let of_companies = json!({
            "kind": "payout_account", "about": "한빛제빵", "proposer": "김한빛", "holder": "한빛제빵", "outcome": "approved",
            "until_text": "1월 3일", "rate_text": "5%", "rate_before_text": "3%", "from_text": "1월 3일", "url": "https://hooks.example/x",
            "endpoint_link": "https://madang.example/e", "company_name": "한빛제빵", "shop_url": "https://madang.example/shop/hanbit",
        });
        let of_orders = json!({
            "shop_name": "한빛제빵", "order_number": "20260101-ABC123", "trade_number": "T-1", "state": "paid",
            "lines": [{"name": "우유 식빵", "variant_name": "큰 것", "quantity": 2, "amount_text": "22,000원"}],
            "total_text": "22,000원", "link": "https://madang.example/x?a=1&b=2", "reason": "재고 없음", "carrier": "한마음택배",
            "tracking_number": "1234", "confirm_due_at_text": "1월 9일 10시", "refund_text": "22,000원", "number": "S-1",
            "settled_on_text": "1월 10일", "trades": 3, "amount_text": "16,500원", "bank": "한국은행", "account_masked": "***7890",
            "findings": ["공급가가 다릅니다"], "seller_name": "두레마트", "supplier_name": "한빛제빵", "po_number": "PO-1",
            "due_at_text": "1월 3일", "share_text": "16,500원", "delivery_text": "3,000원",
        });
        [of_people, of_companies, of_orders].into_iter().filter_map(|part| part.as_object().cloned()).flatten().collect()
    }

    #[test]
    fn every_mail_can_be_written_in_both_languages_with_and_without_its_data() -> Result<()> {
        for template in Template::iter() {
            for locale in Locale::iter() {
                for data in [everything(), json!({"link": "https://madang.example/x"}), json!({})] {
                    let words = write(template, locale, &data)?;
                    assert!(!words.subject.is_empty() && !words.subject.contains('\n'), "{template:?} {locale:?}");
                    assert!(words.text.len() > 80 && words.html.contains("</html>"), "{template:?} {locale:?}");
                    for trace in ["{{", "{%", "undefined", "none", "&lt;p", "&lt;table"] {
                        assert!(
                            !words.text.contains(trace) && !words.html.replace("text-decoration:none", "").contains(trace),
                            "{template:?} {locale:?} {trace}"
                        );
                    }
                }
            }
        }
        Ok(())
    }

    #[test]
    fn data_never_becomes_markup_or_another_header() -> Result<()> {
        let data = json!({"shop_name": "<b>가게</b>\r\nBcc: x@example.com", "order_number": "1", "total_text": "1원", "lines": [{"name": "<script>", "quantity": 1, "amount_text": "1원"}]});
        let words = write(Template::OrderPlaced, Locale::Ko, &data)?;
        assert!(!words.subject.contains(['\r', '\n']), "{}", words.subject);
        assert!(!words.html.contains("<script>") && !words.html.contains("<b>") && words.html.contains("&lt;script&gt;"));
        assert!(words.text.contains("<script>"));
        Ok(())
    }

    #[test]
    fn a_buyer_and_a_company_read_what_concerns_them() -> Result<()> {
        let mut data = json!({"buyer_name": "김하늘", "refund_text": "22,000원", "lines": [
            {"name": "우유 식빵", "quantity": 1, "amount_text": null, "cancelled": true}, {"name": "호밀빵", "quantity": 1, "amount_text": null, "cancelled": false}]});
        let buyer = write(Template::TradeCancelled, Locale::Ko, &data)?.text;
        assert!(
            buyer.starts_with("김하늘님")
                && buyer.contains("22,000원을 결제하신 수단으로")
                && buyer.contains("우유 식빵")
                && !buyer.contains("호밀빵"),
            "{buyer}"
        );
        data["company_name"] = "새벽제분".into();
        let company = write(Template::TradeCancelled, Locale::Ko, &data)?.text;
        assert!(!company.contains("김하늘") && !company.contains("22,000원") && company.contains("구매자에게 돌아갑니다"), "{company}");
        assert!(!write(Template::Shipped, Locale::En, &data)?.text.contains("none"));
        Ok(())
    }

    #[test]
    fn a_mail_reads_well_as_text() -> Result<()> {
        let words = write(Template::Shipped, Locale::Ko, &everything())?;
        let expected = [
            "김하늘님, 주문하신 상품이 배송을 시작했습니다.",
            "",
            "- 택배사: 한마음택배",
            "- 운송장번호: 1234",
            "- 거래번호: T-1",
            "",
            "- 우유 식빵 (큰 것) × 2  22,000원",
            "  합계  22,000원",
            "",
            "▶ 결제대금은 상품이 도착하고 구매확정을 하실 때까지 에스크로에 그대로 있습니다.",
            "",
            "배송 조회하기:",
            "https://madang.example/x?a=1&b=2",
        ]
        .join("\n");
        assert!(words.text.starts_with(&expected), "{}", words.text);
        assert!(words.html.contains("href=\"https://madang.example/x?a=1&amp;b=2\""), "{}", words.html);
        Ok(())
    }
}
