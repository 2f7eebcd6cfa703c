//! What search engines ask for first: what they may read, and maps of it.

use super::{shop_of_host, shop_of_path};
use actix_web::{HttpRequest, HttpResponse, http::header, web::Data};
use kernel::Result;
use platform::App;

/// Pages that concern one person alone, on every host and in every shop.
const PRIVATE: &[&str] = &["/company", "/operator", "/my", "/pay", "/verify-email", "/confirm-email", "/reset-password"];
const PRIVATE_IN_SHOP: &[&str] = &["/cart", "/checkout", "/orders", "/account", "/find-order"];

/// The answer to a crawler's file, if the path names one.
pub(super) async fn answer(app: &Data<App>, request: &HttpRequest) -> Option<Result<HttpResponse>> {
    match request.path() {
        "/robots.txt" => Some(robots(app, request).await),
        "/sitemap.xml" => Some(match shop_of_host(app, request).await {
            Ok(Some(slug)) => views::shop_sitemap(app, &slug).await.map(xml),
            Ok(None) => views::sitemap(app).await.map(xml),
            Err(problem) => Err(problem),
        }),
        path => {
            let slug = shop_of_path(path).filter(|slug| path.strip_prefix("/shop/") == Some(&format!("{slug}/sitemap.xml")))?;
            Some(views::shop_sitemap(app, slug).await.map(xml))
        }
    }
}

async fn robots(app: &App, request: &HttpRequest) -> Result<HttpResponse> {
    let base = app.config().public_url();
    let (inside, map) = match shop_of_host(app, request).await? {
        Some(slug) => ("", format!("{base}/shop/{slug}/sitemap.xml")),
        None => ("/shop/*", format!("{base}/sitemap.xml")),
    };
    let own = PRIVATE.iter().map(|path| format!("Disallow: {path}\n"));
    let in_shop = PRIVATE_IN_SHOP.iter().map(|path| format!("Disallow: {inside}{path}\n"));
    let body = format!("User-agent: *\nAllow: /\n{}\nSitemap: {map}\n", own.chain(in_shop).collect::<String>());
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").insert_header((header::CACHE_CONTROL, "public, max-age=3600")).body(body))
}

fn xml(body: String) -> HttpResponse {
    HttpResponse::Ok().content_type("application/xml; charset=utf-8").insert_header((header::CACHE_CONTROL, "public, max-age=3600")).body(body)
}
