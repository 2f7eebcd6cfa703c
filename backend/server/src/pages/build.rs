//! What the build made of each page: the page begins to load its scripts and words with the HTML
//! instead of finding out about them one after the other.

use serde::Deserialize;
use std::{
    collections::{BTreeSet, HashMap},
    path::Path,
    sync::{Arc, PoisonError, RwLock},
};
use views::ShopPage;

#[derive(Deserialize)]
struct Chunk {
    file: String,
    #[serde(default)]
    css: Vec<String>,
    #[serde(default)]
    imports: Vec<String>,
}

/// The chunks of a build by their source.
#[derive(Deserialize)]
struct Manifest(HashMap<String, Chunk>);

/// The last build read, known by its entry, whose names change with what it loads.
static READ: RwLock<Option<(String, Arc<Manifest>)>> = RwLock::new(None);

/// Links to what a page of the shop needs beside its entry, whose HTML names the rest.
pub(super) fn links(dir: &Path, entry: &str, page: ShopPage, language: &str) -> String {
    manifest(dir, entry).map(|manifest| manifest.links(entry, page, language)).unwrap_or_default()
}

fn manifest(dir: &Path, entry: &str) -> Option<Arc<Manifest>> {
    if let Some((of, manifest)) = READ.read().unwrap_or_else(PoisonError::into_inner).as_ref()
        && of == entry
    {
        return Some(Arc::clone(manifest));
    }
    let text = std::fs::read_to_string(dir.join(".vite/manifest.json")).ok()?;
    let manifest = Arc::new(serde_json::from_str::<Manifest>(&text).ok()?);
    *READ.write().unwrap_or_else(PoisonError::into_inner) = Some((entry.to_owned(), Arc::clone(&manifest)));
    Some(manifest)
}

impl Manifest {
    fn links(&self, entry: &str, page: ShopPage, language: &str) -> String {
        let source = match page {
            ShopPage::Home => Some("home"),
            ShopPage::Product => Some("product"),
            ShopPage::Browse => Some("browse"),
            ShopPage::Other => None,
        };
        let words = ["common", "shop"].map(|name| format!("src/i18n/{language}/{name}.ts"));
        let page = source.map(|name| format!("src/faces/shop/pages/{name}.tsx"));
        let mut keys = BTreeSet::new();
        for key in words.iter().chain(&page) {
            self.reach(key, &mut keys);
        }
        let (mut styles, mut scripts) = (BTreeSet::new(), BTreeSet::new());
        for chunk in keys.iter().filter_map(|key| self.0.get(*key)) {
            styles.extend(chunk.css.iter().map(String::as_str));
            scripts.insert(chunk.file.as_str());
        }
        let new = |file: &&&str| !entry.contains(**file);
        let style = |file: &&str| format!("<link rel=\"stylesheet\" crossorigin href=\"/{file}\">\n");
        let script = |file: &&str| format!("<link rel=\"modulepreload\" crossorigin href=\"/{file}\">\n");
        styles.iter().filter(new).map(style).chain(scripts.iter().filter(new).map(script)).collect()
    }

    /// A chunk, and all that it cannot do without.
    fn reach<'a>(&'a self, key: &'a str, seen: &mut BTreeSet<&'a str>) {
        let Some(chunk) = self.0.get(key) else { return };
        if seen.insert(key) {
            for each in &chunk.imports {
                self.reach(each, seen);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: &str = r#"{
        "index.html": {"file": "assets/shop-1.js", "css": ["assets/shop-1.css"], "imports": ["_react.js"]},
        "_react.js": {"file": "assets/react-1.js"},
        "_money.js": {"file": "assets/money-1.js", "css": ["assets/money-1.css"]},
        "src/i18n/ko/common.ts": {"file": "assets/common-ko.js"},
        "src/i18n/en/common.ts": {"file": "assets/common-en.js"},
        "src/i18n/ko/shop.ts": {"file": "assets/words-ko.js"},
        "src/faces/shop/pages/home.tsx": {"file": "assets/home-1.js", "imports": ["index.html", "_money.js"]},
        "src/faces/shop/pages/product.tsx": {"file": "assets/product-1.js", "imports": ["index.html"]}
    }"#;
    const ENTRY: &str = "<script src=\"/assets/shop-1.js\"></script><link href=\"/assets/react-1.js\"><link href=\"/assets/shop-1.css\">";

    #[test]
    fn a_page_names_its_own_chunks_in_one_language_and_nothing_twice() {
        let manifest: Option<Manifest> = serde_json::from_str(MANIFEST).ok();
        let links = manifest.map(|manifest| manifest.links(ENTRY, ShopPage::Home, "ko")).unwrap_or_default();
        let lines: Vec<_> = links.lines().collect();
        assert_eq!(
            lines,
            [
                "<link rel=\"stylesheet\" crossorigin href=\"/assets/money-1.css\">",
                "<link rel=\"modulepreload\" crossorigin href=\"/assets/common-ko.js\">",
                "<link rel=\"modulepreload\" crossorigin href=\"/assets/home-1.js\">",
                "<link rel=\"modulepreload\" crossorigin href=\"/assets/money-1.js\">",
                "<link rel=\"modulepreload\" crossorigin href=\"/assets/words-ko.js\">",
            ]
        );
    }
}
