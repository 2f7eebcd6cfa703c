//! The single-page application: three entries, their assets, and for shop addresses the head that
//! search engines and messengers read, and what the page shows first.

mod asset;
mod build;
mod crawl;
mod head;
mod screen;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::{self, Data},
};
use kernel::Result;
use platform::App;
use std::path::PathBuf;

/// Where the build leaves room for the nonce of an answer.
const NONCE: &str = "__CSP_NONCE__";

/// The content policy of a page. Style attributes are allowed, because components place
/// themselves by them; style elements only with the nonce.
fn policy(nonce: &str) -> String {
    format!(
        "default-src 'self'; script-src 'self' 'nonce-{nonce}' https://js.stripe.com; style-src 'self' 'nonce-{nonce}'; \
         style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' https://api.stripe.com; \
         frame-src 'self' https://js.stripe.com https://hooks.stripe.com; object-src 'none'; base-uri 'self'; form-action 'self'; \
         frame-ancestors 'none'"
    )
}

/// Mounts the pages; everything that is not the API is a page or an asset.
pub fn mount(config: &mut web::ServiceConfig) {
    config.default_service(web::get().to(page));
}

async fn page(app: Data<App>, request: HttpRequest) -> Result<HttpResponse> {
    let dir = PathBuf::from(&app.config().server.web_dir);
    let path = request.path();
    if let Some(answer) = crawl::answer(&app, &request).await {
        return answer;
    }
    if let Some(file) = asset::find(&dir, path) {
        return Ok(asset::answer(&request, path, &file));
    }
    let entry = entry_of(path);
    let mut html = match std::fs::read_to_string(dir.join(entry)) {
        Ok(html) => html,
        Err(_) => {
            return Ok(HttpResponse::ServiceUnavailable()
                .content_type("text/plain; charset=utf-8")
                .body("The screens are not built yet. Run `make run`, or `npm run build` in frontend/."));
        }
    };
    let mut status = StatusCode::OK;
    if entry == "index.html"
        && let Some((slug, own_host)) = shop_of(&app, &request)
    {
        let inside = path.strip_prefix("/shop/").and_then(|path| path.strip_prefix(slug.as_str())).unwrap_or(path);
        match views::shop_head(&app, &slug, inside).await {
            Ok(head) => {
                if !head.found {
                    status = StatusCode::NOT_FOUND;
                }
                let language = language(&request);
                let links = build::links(&dir, &html, head.page, language);
                html = head::filled(&html, &head, &links, language, own_host);
            }
            // The screens say it in the reader's words.
            Err(problem) if problem.code.status == 404 => status = StatusCode::NOT_FOUND,
            Err(problem) => tracing::warn!(%slug, %problem, "the head of a shop's page is missing"),
        }
    }
    let nonce = uuid::Uuid::new_v4().simple().to_string();
    Ok(HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .insert_header((header::CONTENT_SECURITY_POLICY, policy(&nonce)))
        .body(html.replace(NONCE, &nonce)))
}

fn entry_of(path: &str) -> &'static str {
    match path.split('/').nth(1) {
        Some("company") => "company.html",
        Some("operator") => "operator.html",
        _ => "index.html",
    }
}

/// The shop that a page belongs to: by its path, or by its own host name
/// (`{slug}.example.com`), which is told.
fn shop_of(app: &App, request: &HttpRequest) -> Option<(String, bool)> {
    match shop_of_path(request.path()) {
        Some(slug) => Some((slug.to_owned(), false)),
        None => shop_of_host(app, request).map(|slug| (slug, true)),
    }
}

fn shop_of_path(path: &str) -> Option<&str> {
    path.strip_prefix("/shop/")?.split('/').next().filter(|slug| !slug.is_empty())
}

/// The language in which the screens will speak, unless the reader has chosen another one before:
/// the first of the browser's that there is.
fn language(request: &HttpRequest) -> &'static str {
    let wanted = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let known = |tag: &str| match tag.trim().get(..2) {
        Some("ko") => Some("ko"),
        Some("en") => Some("en"),
        _ => None,
    };
    wanted.split(',').find_map(known).unwrap_or("ko")
}

fn shop_of_host(app: &App, request: &HttpRequest) -> Option<String> {
    let host = request.connection_info().host().to_owned();
    let name = host.split(':').next()?;
    let base = app.config().public_url();
    let base = base.split("://").nth(1)?.split([':', '/']).next()?;
    let slug = name.strip_suffix(base)?.strip_suffix('.')?;
    (!slug.is_empty() && !slug.contains('.')).then(|| slug.to_owned())
}

/// Text as the value of an attribute or between tags.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
