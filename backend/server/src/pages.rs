//! The single-page application: three entries, their assets, and for shop addresses the title,
//! description and share tags that search engines and messengers read.

use actix_files::NamedFile;
use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{self, Data},
};
use kernel::Result;
use platform::App;
use std::path::{Path, PathBuf};

const POLICY: &str = "default-src 'self'; script-src 'self' https://js.stripe.com; style-src 'self'; style-src-attr 'unsafe-inline'; \
    img-src 'self' data: blob:; font-src 'self'; connect-src 'self' https://api.stripe.com; frame-src https://js.stripe.com; \
    object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

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
        && let Some(slug) = shop_of(&app, &request)
        && let Ok(head) = views::shop_head(&app, &slug, path).await
    {
        html = with_head(&html, &head);
    }
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY))
        .body(html))
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

/// The shop that a page belongs to: by its path, or by its own host name (`{slug}.example.com`).
fn shop_of(app: &App, request: &HttpRequest) -> Option<String> {
    if let Some(slug) = request.path().strip_prefix("/shop/").and_then(|rest| rest.split('/').next()) {
        return Some(slug.to_owned());
    }
    let host = request.connection_info().host().to_owned();
    let name = host.split(':').next()?;
    let base = app.config().public_url();
    let base = base.split("://").nth(1)?.split([':', '/']).next()?;
    let slug = name.strip_suffix(base)?.strip_suffix('.')?;
    (!slug.is_empty() && !slug.contains('.')).then(|| slug.to_owned())
}

fn with_head(html: &str, head: &views::ShopHead) -> String {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    let mut tags = format!(
        "<title>{title}</title>\n<meta name=\"description\" content=\"{about}\">\n<meta name=\"madang-shop\" content=\"{slug}\">\n\
         <meta property=\"og:title\" content=\"{title}\">\n<meta property=\"og:description\" content=\"{about}\">\n\
         <meta property=\"og:type\" content=\"website\">\n",
        title = escape(&head.title),
        about = escape(&head.description),
        slug = escape(&head.slug),
    );
    if let Some(picture) = &head.picture_url {
        tags.push_str(&format!("<meta property=\"og:image\" content=\"{}\">\n", escape(picture)));
    }
    let without_title = match (html.find("<title>"), html.find("</title>")) {
        (Some(start), Some(end)) if start < end => format!("{}{}", &html[..start], &html[end + "</title>".len()..]),
        _ => html.to_owned(),
    };
    without_title.replacen("</head>", &format!("{tags}</head>"), 1)
}
