//! What an address answers, for requests that nothing answers: a known address with another method
//! is told which ones it takes; an unknown one does not exist.
//!
//! The list is read off the API's own document, which is made of what is mounted.

use actix_web::{HttpRequest, HttpResponse, web::Data};
use kernel::{Problem, Result};
use utoipa::openapi::{OpenApi, PathItem};

/// Addresses with the methods of each.
pub struct Methods(Vec<(Vec<String>, Vec<&'static str>)>);

impl Methods {
    /// The methods of a document's addresses.
    #[must_use]
    pub fn of(document: &OpenApi) -> Self {
        Self(document.paths.paths.iter().map(|(path, item)| (segments(path).map(str::to_owned).collect(), methods(item))).collect())
    }

    /// What an address answers, in order; nothing where it is unknown.
    fn at(&self, path: &str) -> Vec<&'static str> {
        let asked: Vec<&str> = segments(path).collect();
        let mut found: Vec<&str> = self.0.iter().filter(|(known, _)| fits(known, &asked)).flat_map(|(_, methods)| methods).copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.trim_matches('/').split('/')
}

fn fits(known: &[String], asked: &[&str]) -> bool {
    known.len() == asked.len()
        && known.iter().zip(asked).all(|(known, asked)| if known.starts_with('{') { !asked.is_empty() } else { known == asked })
}

fn methods(item: &PathItem) -> Vec<&'static str> {
    [
        ("GET", item.get.is_some()),
        ("PUT", item.put.is_some()),
        ("POST", item.post.is_some()),
        ("DELETE", item.delete.is_some()),
        ("PATCH", item.patch.is_some()),
    ]
    .into_iter()
    .filter_map(|(name, mounted)| mounted.then_some(name))
    .collect()
}

/// Answers what no operation answers.
pub async fn unanswered(methods: Data<Methods>, request: HttpRequest) -> Result<HttpResponse> {
    let known = methods.at(request.path());
    let other = known.iter().any(|method| *method == request.method().as_str());
    Err(if known.is_empty() || other { Problem::not_found() } else { Problem::method_not_allowed(known.join(", ")) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_address_says_what_it_answers() {
        let methods = Methods::of(&crate::openapi::document());
        assert_eq!(methods.at("/api/v1/meta"), ["GET"]);
        assert_eq!(methods.at("/api/v1/operator/mails/mail_1/retry"), ["POST"]);
        assert!(methods.at("/api/v1/company/items").contains(&"POST"));
        assert!(methods.at("/api/v1/nothing").is_empty());
        assert!(methods.at("/api/v1/operator/mails//retry").is_empty());
    }
}
