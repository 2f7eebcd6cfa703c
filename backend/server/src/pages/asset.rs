//! Files of the built application, in the best compressed form that the browser takes. The build
//! puts the forms beside the file; what has none is sent as it is.

use actix_files::NamedFile;
use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, AcceptEncoding, ContentEncoding, Encoding, Header, HeaderValue, Preference},
};
use std::path::{Path, PathBuf};

/// The compressed forms, the best first.
const FORMS: [(ContentEncoding, &str); 2] = [(ContentEncoding::Brotli, "br"), (ContentEncoding::Gzip, "gz")];

/// A file of the build, if the path names one; no path leaves the folder.
pub(super) fn find(dir: &Path, path: &str) -> Option<PathBuf> {
    let relative = path.trim_start_matches('/');
    if relative.is_empty() || relative.split('/').any(|part| part.is_empty() || part.starts_with('.') || part.contains('\\')) {
        return None;
    }
    let file = dir.join(relative);
    file.is_file().then_some(file)
}

pub(super) fn answer(request: &HttpRequest, path: &str, file: &Path) -> HttpResponse {
    let Some(named) = compressed(request, file).or_else(|| NamedFile::open(file).ok()) else { return HttpResponse::NotFound().finish() };
    let mut response = named.into_response(request);
    // The build puts a hash into the name of everything under /assets.
    let cache = if path.starts_with("/assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    response
}

fn compressed(request: &HttpRequest, file: &Path) -> Option<NamedFile> {
    // The forms are for the whole of a file, so who wants a part of it gets the file itself.
    if request.headers().contains_key(header::RANGE) {
        return None;
    }
    let taken = AcceptEncoding::parse(request).ok()?;
    let kind = NamedFile::open(file).ok()?.content_type().clone();
    let (encoding, named) = FORMS.into_iter().filter(|(encoding, _)| takes(&taken, *encoding)).find_map(|(encoding, ending)| {
        let mut name = file.as_os_str().to_owned();
        name.push(".");
        name.push(ending);
        NamedFile::open(PathBuf::from(name)).ok().map(|named| (encoding, named))
    })?;
    Some(named.set_content_type(kind).set_content_encoding(encoding).disable_content_disposition())
}

/// Whether a browser takes an encoding: named, and not with a weight of nothing.
fn takes(taken: &AcceptEncoding, encoding: ContentEncoding) -> bool {
    taken.iter().any(|each| each.item == Preference::Specific(Encoding::Known(encoding)) && each.quality > header::Quality::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    fn folder() -> PathBuf {
        let dir = std::env::temp_dir().join(uuid::Uuid::new_v4().to_string());
        let written = std::fs::create_dir_all(dir.join("assets")).and_then(|()| {
            std::fs::write(dir.join("assets/a.js"), "plain")?;
            std::fs::write(dir.join("assets/a.js.br"), "br")?;
            std::fs::write(dir.join("assets/a.js.gz"), "gz")
        });
        assert!(written.is_ok());
        dir
    }

    fn encoding(dir: &Path, accepts: &str) -> (Option<String>, Option<String>) {
        let request = TestRequest::get().insert_header((header::ACCEPT_ENCODING, accepts)).to_http_request();
        let response = answer(&request, "/assets/a.js", &dir.join("assets/a.js"));
        let said = |name| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        (said(header::CONTENT_ENCODING), said(header::CONTENT_TYPE))
    }

    #[test]
    fn a_file_is_sent_in_the_best_form_that_the_browser_takes() {
        let dir = folder();
        for (accepts, wanted) in [("gzip, deflate, br", Some("br")), ("gzip", Some("gzip")), ("br;q=0, gzip", Some("gzip")), ("identity", None)] {
            let (encoding, kind) = encoding(&dir, accepts);
            assert_eq!(encoding.as_deref(), wanted, "{accepts}");
            assert_eq!(kind.as_deref(), Some("text/javascript"), "{accepts}");
        }
    }

    #[test]
    fn no_path_leaves_the_folder() {
        let dir = folder();
        assert!(find(&dir, "/assets/a.js").is_some());
        for bad in ["/", "", "/../Cargo.toml", "/assets/../assets/a.js", "/assets//a.js", "/.vite/manifest.json", "/assets\\a.js"] {
            assert_eq!(find(&dir, bad), None, "{bad}");
        }
    }
}
