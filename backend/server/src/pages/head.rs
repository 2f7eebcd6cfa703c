//! Fills a shop's head into the page: title, description, the one address, share tags, facts for
//! search engines, and what the page shows first.

use super::{escape, screen};
use serde_json::Value;
use views::{FirstPicture, ShopHead};

/// Where the page leaves room for a shop's tags.
const SHARE_TAGS: &str = "<!--share-tags-->";
/// The page's first line in which the browser finds something to load; what the page shows first comes before it.
const ICON: &str = "<link rel=\"icon\"";
/// Where the screens appear.
const ROOT: &str = "<div id=\"root\"></div>";

/// Puts the shop's own title, description and tags in the place of the platform's. `links` are
/// those to the page's scripts and styles; `own_host` tells that the shop is asked under its name.
pub(super) fn filled(html: &str, head: &ShopHead, links: &str, language: &str, own_host: bool) -> String {
    let (title, about) = (escape(&head.title), escape(&head.description));
    let html = between(html, "<title>", "</title>", &title);
    let html = between(&html, "<meta name=\"description\" content=\"", "\"", &about);
    let html = html.replacen(ICON, &format!("{}{ICON}", first(head)), 1);
    let html = html.replacen(SHARE_TAGS, &tags(head, &title, &about, own_host), 1);
    // Behind the entry's own, which all the others build on.
    let html = html.replacen("</head>", &format!("{links}</head>"), 1);
    let html = html.replacen(ROOT, &format!("<div id=\"root\">{}</div>", screen::html(head, language, own_host)), 1);
    html.replacen("</body>", &format!("{}</body>", data(head)), 1)
}

fn tags(head: &ShopHead, title: &str, about: &str, own_host: bool) -> String {
    let kind = if head.page == views::ShopPage::Product { "product" } else { "website" };
    let url = escape(&head.url);
    let mut tags = vec![
        format!("<link rel=\"canonical\" href=\"{url}\" />"),
        property("og:site_name", &escape(&head.site)),
        property("og:title", title),
        property("og:description", about),
        property("og:type", kind),
        property("og:url", &url),
        property("og:locale", "ko_KR"),
    ];
    if let Some(picture) = &head.picture_url {
        tags.push(property("og:image", &escape(picture)));
        tags.push("<meta name=\"twitter:card\" content=\"summary_large_image\" />".to_owned());
    }
    if !head.listed {
        tags.push("<meta name=\"robots\" content=\"noindex\" />".to_owned());
    }
    if own_host {
        tags.push(format!("<meta name=\"madang-shop\" content=\"{}\" />", escape(&head.slug)));
    }
    tags.join("\n    ")
}

fn property(name: &str, content: &str) -> String {
    format!("<meta property=\"{name}\" content=\"{content}\" />")
}

/// The picture that the page shows first begins to load before anything else.
fn first(head: &ShopHead) -> String {
    let Some(FirstPicture { url, by_width }) = &head.first_picture else { return String::new() };
    let sizes = by_width.as_ref().map(|(set, sizes)| format!(" imagesrcset=\"{}\" imagesizes=\"{}\"", escape(set), escape(sizes)));
    format!("<link rel=\"preload\" as=\"image\" fetchpriority=\"high\" href=\"{}\"{} />\n    ", escape(url), sizes.unwrap_or_default())
}

/// Data that no browser runs: facts for search engines, and the answers to the page's first questions.
fn data(head: &ShopHead) -> String {
    let facts = head.facts.iter().map(|fact| format!("<script type=\"application/ld+json\">{}</script>\n", inert(fact)));
    let answers = format!("<script type=\"application/json\" id=\"first-answers\">{}</script>\n", inert(&head.answers));
    facts.chain([answers]).collect()
}

/// JSON in which nothing can end the script element that holds it.
fn inert(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

/// The text with what stands between two marks replaced; as it is where the marks are missing.
fn between(text: &str, start: &str, end: &str, with: &str) -> String {
    let Some(from) = text.find(start).map(|at| at + start.len()) else { return text.to_owned() };
    let Some(to) = text[from..].find(end).map(|at| at + from) else { return text.to_owned() };
    format!("{}{with}{}", &text[..from], &text[to..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_the_element_that_holds_it() {
        let value = serde_json::json!({ "title": "</script><script>alert(1)</script>" });
        let text = inert(&value);
        assert!(!text.contains('<'), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).ok(), Some(value));
    }
}
