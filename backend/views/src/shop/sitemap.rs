//! The maps that search engines read: of all the shops, and of one shop's pages.

use kernel::{Problem, Result};
use platform::App;
use std::fmt::Write;

/// Most addresses in a map, by its standard (sitemaps.org).
const MOST: u64 = 50_000;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const STANDARD: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

/// The maps of the shops that sell.
pub async fn sitemap(app: &App) -> Result<String> {
    let tx = app.platform().await?;
    let slugs = company::queries::shop_addresses(&tx, MOST).await?;
    drop(tx);
    let base = app.config().public_url();
    let mut xml = format!("{HEAD}<sitemapindex {STANDARD}>\n");
    for slug in slugs {
        writeln!(xml, "<sitemap><loc>{}</loc></sitemap>", escaped(&format!("{base}/shop/{slug}/sitemap.xml"))).map_err(Problem::internal)?;
    }
    xml.push_str("</sitemapindex>\n");
    Ok(xml)
}

/// A shop's pages: its first one, its categories, its products. Error: no such shop, or it does
/// not sell yet.
pub async fn shop_sitemap(app: &App, slug: &str) -> Result<String> {
    let shop = app.directory().shop(slug).await?;
    if !shop.selling {
        return Err(Problem::not_found());
    }
    let tx = app.tenant_at(&shop.tenant).await?;
    let categories = catalog::queries::shop_category_counts(&tx).await?;
    let products = catalog::queries::product_addresses(&tx, MOST - 1 - u64::try_from(categories.len()).unwrap_or(0)).await?;
    drop(tx);
    let base = format!("{}/shop/{}", app.config().public_url(), shop.slug);
    let mut xml = format!("{HEAD}<urlset {STANDARD}>\n");
    let mut add = |url: &str, changed: &str| writeln!(xml, "<url><loc>{}</loc>{changed}</url>", escaped(url)).map_err(Problem::internal);
    add(&base, "")?;
    for category in categories.iter().filter(|each| each.count > 0) {
        add(&format!("{base}/category/{}", category.slug), "")?;
    }
    for product in products {
        let changed = product.updated_at.format("<lastmod>%Y-%m-%dT%H:%M:%SZ</lastmod>").to_string();
        add(&format!("{base}/products/{}", product.slug), &changed)?;
    }
    xml.push_str("</urlset>\n");
    Ok(xml)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
