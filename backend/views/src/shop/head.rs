//! The head of a shop's page: what search engines and messengers read of it, and what the page
//! shows first, so that the browser need not ask for it again.

use super::{Product, ShopHome, home_of, product_of};
use catalog::http::body::{ProductStock, ProductVariant};
use kernel::{Money, Result};
use platform::{App, http::Shop};
use rust_decimal::Decimal;
use serde_json::{Value, json};

/// Longest description, in characters; search engines show no more.
const LONGEST: usize = 160;

/// How wide the first picture of a product is shown, as in the gallery of the screens.
const PICTURE_SIZES: &str = "(max-width: 56em) 100vw, 38rem";

/// Pages that concern one buyer alone, or that are endless, and are not for search engines.
const UNLISTED: &[&str] = &["search", "cart", "checkout", "orders", "account", "find-order"];

/// Which of the screens' pages an address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShopPage {
    /// The first page.
    Home,
    /// A product.
    Product,
    /// A category, or what was searched for.
    Browse,
    /// Any other.
    Other,
}

/// The same in Korean and, where there is one, in English.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// In Korean.
    pub ko: String,
    /// In English.
    pub en: Option<String>,
}

/// What a page shows before its scripts are here: the frame of the shop, and what one came for.
#[derive(Clone, Debug)]
pub struct FirstScreen {
    /// The shop's name.
    pub shop: Words,
    /// Its logo.
    pub logo_url: Option<String>,
    /// Its categories at the top, by address.
    pub categories: Vec<(String, Words)>,
    /// What stands above the heading: a product's category.
    pub above: Option<Words>,
    /// The page's heading.
    pub heading: Words,
    /// What stands below it.
    pub text: Words,
    /// What it costs.
    pub price: Option<Money>,
}

/// A picture that is on the first screen.
#[derive(Clone, Debug)]
pub struct FirstPicture {
    /// Its address in a middle size.
    pub url: String,
    /// Its addresses by width, and how wide it is shown.
    pub by_width: Option<(String, &'static str)>,
}

/// The head of a shop's page.
#[derive(Clone, Debug)]
pub struct ShopHead {
    /// The shop's address.
    pub slug: String,
    /// The shop's name.
    pub site: String,
    /// Which page it is.
    pub page: ShopPage,
    /// Whether there is such a page.
    pub found: bool,
    /// Whether search engines may list it.
    pub listed: bool,
    /// Title of the page.
    pub title: String,
    /// Its description.
    pub description: String,
    /// The one address of the page, whatever host it was asked under.
    pub url: String,
    /// A picture of it.
    pub picture_url: Option<String>,
    /// The picture that the page shows first.
    pub first_picture: Option<FirstPicture>,
    /// What the page shows before its scripts are here; only the first page and a product have it.
    pub screen: Option<FirstScreen>,
    /// What it is about, in the words of schema.org.
    pub facts: Vec<Value>,
    /// What the API answers to the page's first questions: `shop`, and `product` on its page.
    pub answers: Value,
}

/// The head of a shop's page; `path` is the part of the address after the shop's own.
/// Error: no such shop.
pub async fn shop_head(app: &App, slug: &str, path: &str) -> Result<ShopHead> {
    let shop = Shop::from(app.directory().shop_even_closed(slug).await?);
    let home = home_of(app, &shop).await?;
    // A closed or paused shop says whose it is, and shows no goods.
    let path = if shop.open && !shop.paused { path } else { "" };
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let mut head = of_shop(app, &shop, &home, &parts)?;
    match parts.as_slice() {
        ["products", address] => match product_of(app, &shop.tenant, address).await {
            Ok(product) => about_product(app, &mut head, &product)?,
            Err(problem) if problem.code.status == 404 => head.missing(),
            Err(problem) => return Err(problem),
        },
        ["category", address] => match home.categories.iter().find(|each| each.slug == *address) {
            Some(category) => {
                head.title = format!("{} · {}", category.name, head.site);
                head.facts = vec![trail(&[(&head.site, &base(app, slug)), (&category.name, &head.url)])];
            }
            None => head.missing(),
        },
        _ => {}
    }
    Ok(head)
}

fn base(app: &App, slug: &str) -> String {
    format!("{}/shop/{slug}", app.config().public_url())
}

fn absolute(app: &App, path: &str) -> String {
    format!("{}{path}", app.config().public_url())
}

fn of_shop(app: &App, shop: &Shop, home: &ShopHome, parts: &[&str]) -> Result<ShopHead> {
    let page = match parts {
        [] => ShopPage::Home,
        ["products", _] => ShopPage::Product,
        ["category", _] | ["search"] => ShopPage::Browse,
        _ => ShopPage::Other,
    };
    let address = base(app, &shop.slug);
    let url = parts.iter().fold(address.clone(), |url, part| format!("{url}/{part}"));
    let first = home.banner_url.as_ref().filter(|_| page == ShopPage::Home);
    let seller = json!({
        "@context": "https://schema.org", "@type": "OnlineStore", "name": home.name, "url": address, "description": home.about,
        "logo": home.logo_url.as_deref().map(|path| absolute(app, path)), "telephone": home.seller.phone, "email": home.seller.email,
        "address": home.seller.address, "taxID": home.seller.business_number,
    });
    let about = home.about.as_deref().unwrap_or_default();
    Ok(ShopHead {
        slug: shop.slug.clone(),
        site: home.name.clone(),
        page,
        found: true,
        listed: shop.selling && parts.first().is_none_or(|part| !UNLISTED.contains(part)),
        title: home.name.clone(),
        description: shortened(if about.is_empty() { &home.name } else { about }),
        url,
        picture_url: home.banner_url.as_deref().or(home.logo_url.as_deref()).map(|path| absolute(app, path)),
        first_picture: first.map(|url| FirstPicture { url: url.clone(), by_width: None }),
        screen: matches!(page, ShopPage::Home | ShopPage::Product).then(|| screen(home)),
        facts: if page == ShopPage::Home { vec![seller] } else { Vec::new() },
        answers: json!({ "shop": serde_json::to_value(home).map_err(kernel::Problem::internal)? }),
    })
}

fn words(ko: &str, en: Option<&String>) -> Words {
    Words { ko: ko.to_owned(), en: en.filter(|text| !text.is_empty()).cloned() }
}

fn screen(home: &ShopHome) -> FirstScreen {
    let top = home.categories.iter().filter(|each| each.parent_id.is_none());
    let name = words(&home.name, home.name_en.as_ref());
    FirstScreen {
        heading: name.clone(),
        shop: name,
        logo_url: home.logo_url.clone(),
        categories: top.map(|each| (each.slug.clone(), words(&each.name, each.name_en.as_ref()))).collect(),
        above: None,
        text: words(home.about.as_deref().unwrap_or_default(), home.about_en.as_ref()),
        price: None,
    }
}

fn about_product(app: &App, head: &mut ShopHead, product: &Product) -> Result<()> {
    let page = &product.page;
    let description = shortened(if page.description.is_empty() { &page.title } else { &page.description });
    let home = base(app, &head.slug);
    let mut way = vec![(head.site.clone(), home.clone())];
    if let Some(category) = &page.category {
        way.push((category.name.clone(), format!("{home}/category/{}", category.slug)));
    }
    way.push((page.title.clone(), head.url.clone()));
    let pictures: Vec<String> = page.pictures.iter().map(|picture| absolute(app, &picture.urls.large)).collect();
    let offers: Vec<Value> = page.variants.iter().map(|variant| offer(head, variant)).collect();
    head.facts = vec![
        json!({
            "@context": "https://schema.org", "@type": "Product", "name": page.title, "description": description, "url": head.url,
            "sku": page.variants.first().map(|variant| &variant.sku), "image": pictures, "offers": offers,
        }),
        trail(&way.iter().map(|(name, url)| (name.as_str(), url.as_str())).collect::<Vec<_>>()),
    ];
    head.title = format!("{} · {}", page.title, head.site);
    head.description = description;
    head.picture_url = pictures.into_iter().next().or_else(|| head.picture_url.take());
    head.first_picture = page.pictures.first().map(|picture| {
        let urls = &picture.urls;
        let by_width = format!("{} 320w, {} 800w, {} 1600w", urls.small, urls.medium, urls.large);
        FirstPicture { url: urls.medium.clone(), by_width: Some((by_width, PICTURE_SIZES)) }
    });
    if let Some(screen) = &mut head.screen {
        screen.above = page.category.as_ref().map(|category| words(&category.name, category.name_en.as_ref()));
        screen.heading = words(&page.title, page.title_en.as_ref());
        screen.text = words(&page.description, page.description_en.as_ref());
        // The variant that the screens choose: the first that can be had, else the first.
        let chosen = page.variants.iter().find(|variant| variant.stock != ProductStock::Out).or_else(|| page.variants.first());
        screen.price = chosen.map(|variant| variant.selling_price);
    }
    if let Value::Object(answers) = &mut head.answers {
        answers.insert("product".to_owned(), serde_json::to_value(product).map_err(kernel::Problem::internal)?);
    }
    Ok(())
}

fn offer(head: &ShopHead, variant: &ProductVariant) -> Value {
    let there = if variant.stock == ProductStock::Out { "https://schema.org/OutOfStock" } else { "https://schema.org/InStock" };
    json!({
        "@type": "Offer", "name": variant.name, "sku": variant.sku, "url": format!("{}?variant={}", head.url, variant.sku),
        "price": decimal(variant.selling_price), "priceCurrency": variant.selling_price.currency, "availability": there,
        "itemCondition": "https://schema.org/NewCondition", "seller": { "@type": "OnlineStore", "name": head.site },
    })
}

fn decimal(money: Money) -> String {
    Decimal::new(money.minor, money.currency.minor_digits()).to_string()
}

/// The way from the shop's first page to this one.
fn trail(steps: &[(&str, &str)]) -> Value {
    let step = |(at, (name, url)): (usize, &(&str, &str))| json!({ "@type": "ListItem", "position": at + 1, "name": name, "item": url });
    json!({ "@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": steps.iter().enumerate().map(step).collect::<Vec<_>>() })
}

/// The first words of a text, in one line.
fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST { line } else { line.chars().take(LONGEST - 1).chain(['…']).collect() }
}

impl ShopHead {
    fn missing(&mut self) {
        self.found = false;
        self.listed = false;
        self.screen = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_picture_is_asked_for_as_wide_as_the_screens_show_it() {
        let gallery = include_str!("../../../../frontend/src/features/shopfront/parts/gallery.tsx");
        assert!(gallery.contains(&format!("sizes=\"{PICTURE_SIZES}\"")));
    }

    #[test]
    fn a_description_is_one_short_line() {
        assert_eq!(shortened("갓 구운\n\n  식빵"), "갓 구운 식빵");
        assert_eq!(shortened(&"빵".repeat(500)).chars().count(), LONGEST);
    }

    #[test]
    fn prices_are_written_in_the_currency_s_own_digits() {
        assert_eq!(decimal(Money::won(22_000)), "22000");
        assert_eq!(decimal(kernel::Currency::USD.minor(1999)), "19.99");
    }
}
