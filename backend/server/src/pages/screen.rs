//! What a shop's page shows before its scripts are here: its frame, and what one came for, in the
//! places where the screens will put it (`frontend/src/ui/styles/first-screen.css`). It is also
//! what a reader without scripts gets.

use super::escape;
use kernel::{Currency, Money};
use views::{FirstPicture, FirstScreen, ShopHead, ShopPage, Words};

/// The first screen of a page; nothing, where the page has none.
pub(super) fn html(head: &ShopHead, language: &str, own_host: bool) -> String {
    let Some(screen) = &head.screen else { return String::new() };
    let say = |words: &Words| escape(if language == "en" { words.en.as_deref().unwrap_or(&words.ko) } else { &words.ko });
    let base = if own_host { String::new() } else { format!("/shop/{}", escape(&head.slug)) };
    let words = format!(
        "<div>{}<h1>{}</h1>{}{}</div>",
        screen.above.as_ref().map(|words| format!("<p class=\"first-above\">{}</p>", say(words))).unwrap_or_default(),
        say(&screen.heading),
        screen.price.map(|price| format!("<p class=\"first-price\">{}</p>", amount(price, language))).unwrap_or_default(),
        text(&say(&screen.text)),
    );
    let kind = if head.page == ShopPage::Product { "product" } else { "home" };
    format!(
        "<div class=\"first-screen\"><header>{}</header><main class=\"first-{kind}\">{}{words}</main></div>",
        frame(screen, &say, &base),
        picture(head, &say(&screen.heading)),
    )
}

fn frame(screen: &FirstScreen, say: &dyn Fn(&Words) -> String, base: &str) -> String {
    let name = say(&screen.shop);
    let sign = match &screen.logo_url {
        Some(url) => format!("<img src=\"{}\" alt=\"{name}\" height=\"32\">", escape(url)),
        None => name,
    };
    let link = |(slug, words): &(String, Words)| format!("<a href=\"{base}/category/{}\">{}</a>", escape(slug), say(words));
    let categories: String = screen.categories.iter().map(link).collect();
    let categories = if categories.is_empty() { categories } else { format!("<nav>{categories}</nav>") };
    let home = if base.is_empty() { "/" } else { base };
    format!("<div class=\"first-bar\"><a class=\"first-shop\" href=\"{home}\">{sign}</a><span class=\"first-search\"></span></div>{categories}")
}

/// The picture in the frame in which it will stand; a product without one has the frame alone.
fn picture(head: &ShopHead, alt: &str) -> String {
    let Some(FirstPicture { url, by_width }) = &head.first_picture else {
        return if head.page == ShopPage::Product { "<div class=\"first-picture\"></div>".to_owned() } else { String::new() };
    };
    let alt = if head.page == ShopPage::Product { alt } else { "" };
    let set = by_width.as_ref().map(|(set, sizes)| format!(" srcset=\"{}\" sizes=\"{}\"", escape(set), escape(sizes))).unwrap_or_default();
    format!("<div class=\"first-picture\"><img src=\"{}\"{set} alt=\"{alt}\" width=\"800\" height=\"800\" fetchpriority=\"high\"></div>", escape(url))
}

fn text(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("<p class=\"first-text\">{text}</p>") }
}

/// An amount as the screens write it: "22,000원" in Korean, "₩22,000" in English.
fn amount(money: Money, language: &str) -> String {
    let figures = figures(money);
    match (money.currency, language) {
        (Currency::KRW, "ko") => format!("{figures}원"),
        (Currency::KRW, _) => format!("₩{figures}"),
        (Currency::USD, _) => format!("${figures}"),
        (currency, _) => format!("{} {figures}", currency.as_str()),
    }
}

fn figures(money: Money) -> String {
    let digits = usize::try_from(money.currency.minor_digits()).unwrap_or(0);
    let minor = format!("{:0>width$}", money.minor.unsigned_abs(), width = digits + 1);
    let (whole, part) = minor.split_at(minor.len() - digits);
    let mut grouped = String::new();
    for (at, figure) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(figure);
    }
    if part.is_empty() { grouped } else { format!("{grouped}.{part}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_as_the_screens_write_them() {
        assert_eq!(amount(Money::won(22_000), "ko"), "22,000원");
        assert_eq!(amount(Money::won(1_234_567), "en"), "₩1,234,567");
        assert_eq!(amount(Money::won(900), "ko"), "900원");
        assert_eq!(amount(Currency::USD.minor(5), "en"), "$0.05");
    }
}
