//! The single-page application: three entries, their assets, and for shop addresses the head that
//! search engines and messengers read, and what the page shows first.

mod asset;
mod build;
mod crawl;
mod head;
mod screen;

use crate::edge::{Place, place};
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

/// How long a browser believes that a shop has moved.
const MOVED: &str = "public, max-age=86400";

/// The content policy of a page. Nothing inline runs or styles but what bears the nonce of this very
/// answer; components place themselves by the style of their elements, which is no attribute.
fn policy(nonce: &str) -> String {
    format!(
        "default-src 'self'; script-src 'self' 'nonce-{nonce}' https://js.stripe.com; style-src 'self' 'nonce-{nonce}'; \
         img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' https://api.stripe.com; \
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
    let shop = shop_of(&app, &request).await?;
    if let Some(moved) = shop.as_ref().and_then(|shop| shop.moved(&app, &request)) {
        // The former address is somebody else's one day, so a browser must not keep this for ever.
        let answer =
            HttpResponse::PermanentRedirect().insert_header((header::LOCATION, moved)).insert_header((header::CACHE_CONTROL, MOVED)).finish();
        return Ok(answer);
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
        && let Some(Asked { at, slug, .. }) = shop
    {
        let inside = path.strip_prefix("/shop/").and_then(|path| path.strip_prefix(slug.as_str())).unwrap_or(path);
        match views::shop_head(&app, &slug, inside).await {
            Ok(head) => {
                if !head.found {
                    status = StatusCode::NOT_FOUND;
                }
                let language = language(&request);
                let links = build::links(&dir, &html, head.page, language);
                html = head::filled(&html, &head, &links, language, at != At::Path);
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

/// By what a page names its shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    /// By its path.
    Path,
    /// By a host below the installation's.
    Below,
    /// By a host of the company's own.
    Own,
}

/// The shop that a page belongs to.
struct Asked {
    at: At,
    /// The address that was asked for.
    named: String,
    /// The address that it has now; the same, where there is no such shop.
    slug: String,
}

impl Asked {
    /// Where a former address leads.
    fn moved(&self, app: &App, request: &HttpRequest) -> Option<String> {
        if self.named == self.slug {
            return None;
        }
        let rest = request.uri().path_and_query().map_or("/", |rest| rest.as_str());
        match self.at {
            At::Own => None,
            At::Path => Some(rest.replacen(&format!("/shop/{}", self.named), &format!("/shop/{}", self.slug), 1)),
            At::Below => {
                let url = app.config().public_url();
                let (scheme, base) = url.split_once("://")?;
                Some(format!("{scheme}://{}.{base}{rest}", self.slug))
            }
        }
    }
}

/// The shop that a page belongs to: by a host of its own, by its path, or by a host below ours.
async fn shop_of(app: &App, request: &HttpRequest) -> Result<Option<Asked>> {
    let (at, named) = match (place(app, request).await?, shop_of_path(request.path())) {
        (Place::Own(shop), _) => return Ok(Some(Asked { at: At::Own, named: shop.slug.clone(), slug: shop.slug })),
        (_, Some(slug)) => (At::Path, slug.to_owned()),
        (Place::Below(slug), None) => (At::Below, slug),
        (Place::Platform, None) => return Ok(None),
    };
    let slug = app.directory().shop_even_closed(&named).await.map_or_else(|_| named.clone(), |shop| shop.slug);
    Ok(Some(Asked { at, named, slug }))
}

/// The shop that a host names.
async fn shop_of_host(app: &App, request: &HttpRequest) -> Result<Option<String>> {
    Ok(match place(app, request).await? {
        Place::Own(shop) => Some(shop.slug),
        Place::Below(slug) => Some(slug),
        Place::Platform => None,
    })
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

/// Text as the value of an attribute or between tags.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
