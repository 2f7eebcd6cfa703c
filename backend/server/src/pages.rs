//! The single-page application: three entries, their assets, and for shop addresses the title,
//! description and share tags that search engines and messengers read.

use crate::edge::{Place, place};
use actix_files::NamedFile;
use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{self, Data},
};
use kernel::Result;
use platform::App;
use std::path::{Path, PathBuf};

/// Where the build leaves room for the nonce of an answer.
const NONCE: &str = "__CSP_NONCE__";
/// How long a browser believes that a shop has moved.
const MOVED: &str = "public, max-age=86400";
/// Where the page leaves room for a shop's share tags.
const SHARE_TAGS: &str = "<!--share-tags-->";

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
    if let Some(file) = asset(&dir, path) {
        return Ok(asset_answer(&request, path, &file));
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
    if entry == "index.html"
        && let Some(shop) = shop
        && let Ok(head) = views::shop_head(&app, &shop.slug, path).await
    {
        html = with_head(&html, &head, shop.at != At::Path);
    }
    let nonce = uuid::Uuid::new_v4().simple().to_string();
    Ok(HttpResponse::Ok()
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

/// A file of the build, if the path names one; no path leaves the folder.
fn asset(dir: &Path, path: &str) -> Option<PathBuf> {
    let relative = path.trim_start_matches('/');
    if relative.is_empty() || relative.split('/').any(|part| part.is_empty() || part.starts_with('.') || part.contains('\\')) {
        return None;
    }
    let file = dir.join(relative);
    file.is_file().then_some(file)
}

fn asset_answer(request: &HttpRequest, path: &str, file: &Path) -> HttpResponse {
    let Ok(named) = NamedFile::open(file) else { return HttpResponse::NotFound().finish() };
    let mut response = named.into_response(request);
    // The build puts a hash into the name of everything under /assets.
    let cache = if path.starts_with("/assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static(cache));
    response
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
    /// The address that it has now.
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

async fn shop_of(app: &App, request: &HttpRequest) -> Result<Option<Asked>> {
    let (at, named) = match place(app, request).await? {
        Place::Own(shop) => return Ok(Some(Asked { at: At::Own, named: shop.slug.clone(), slug: shop.slug })),
        Place::Below(slug) => (At::Below, slug),
        Place::Platform => match request.path().strip_prefix("/shop/").and_then(|rest| rest.split('/').next()).filter(|slug| !slug.is_empty()) {
            Some(slug) => (At::Path, slug.to_owned()),
            None => return Ok(None),
        },
    };
    Ok(app.directory().shop(&named).await.ok().map(|shop| Asked { at, named, slug: shop.slug }))
}

/// Puts the shop's own title, description and share tags in the place of the platform's.
fn with_head(html: &str, head: &views::ShopHead, own_host: bool) -> String {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    let (title, about) = (escape(&head.title), escape(&head.description));
    let mut tags = format!(
        "<meta property=\"og:title\" content=\"{title}\" />\n\
         <meta property=\"og:description\" content=\"{about}\" />\n<meta property=\"og:type\" content=\"website\" />"
    );
    if own_host {
        tags.push_str(&format!("\n<meta name=\"madang-shop\" content=\"{}\" />", escape(&head.slug)));
    }
    if let Some(picture) = &head.picture_url {
        tags.push_str(&format!("\n<meta property=\"og:image\" content=\"{}\" />", escape(picture)));
    }
    let html = between(html, "<title>", "</title>", &title);
    let html = between(&html, "<meta name=\"description\" content=\"", "\"", &about);
    html.replacen(SHARE_TAGS, &tags, 1)
}

/// The text with what stands between two marks replaced; as it is where the marks are missing.
fn between(text: &str, start: &str, end: &str, with: &str) -> String {
    let Some(from) = text.find(start).map(|at| at + start.len()) else { return text.to_owned() };
    let Some(to) = text[from..].find(end).map(|at| at + from) else { return text.to_owned() };
    format!("{}{with}{}", &text[..from], &text[to..])
}
