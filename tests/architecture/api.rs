//! What every operation of the API has. The document is the program's own, so a rule that fails
//! here fails for an integrator too; the place named is the handler's.

use crate::{
    callers::{Handler, handlers},
    tree::none,
};
use serde_json::Value;
use std::collections::BTreeMap;

const METHODS: &[&str] = &["get", "put", "post", "delete", "patch"];
const FACES: &[&str] = &["account", "shop", "company", "operator", "open"];

/// One operation of the document.
pub struct Operation {
    /// Its path.
    pub path: String,
    /// Its method.
    pub method: String,
    /// What is said of it.
    pub about: Value,
    /// Where its handler stands, or its method and path if none was found.
    pub place: String,
}

impl Operation {
    /// Its id.
    pub fn id(&self) -> &str {
        self.about["operationId"].as_str().unwrap_or_default()
    }

    /// Its tags; the one there should be is its face.
    fn tags(&self) -> Vec<&str> {
        self.about["tags"].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
    }

    fn parameters(&self, kind: &str) -> Vec<&str> {
        let all = self.about["parameters"].as_array();
        all.into_iter().flatten().filter(|parameter| parameter["in"] == kind).filter_map(|parameter| parameter["name"].as_str()).collect()
    }

    fn fault(&self, what: &str) -> String {
        format!("{}: {} {} {}", self.place, self.method.to_uppercase(), self.path, what)
    }
}

/// The document that the program gives.
pub fn document() -> Result<Value, serde_json::Error> {
    serde_json::to_value(server::openapi::document())
}

/// Every operation of it.
pub fn operations() -> Result<Vec<Operation>, serde_json::Error> {
    let handlers: BTreeMap<String, Handler> = handlers().into_iter().map(|handler| (handler.id.clone(), handler)).collect();
    let mut found = Vec::new();
    for (path, item) in document()?["paths"].as_object().into_iter().flatten() {
        for method in METHODS {
            let Some(about) = item.get(method) else { continue };
            let id = about["operationId"].as_str().unwrap_or_default();
            let place = handlers.get(id).map_or_else(|| "backend/server/src/mount.rs:1".to_owned(), |handler| handler.place.clone());
            found.push(Operation { path: path.clone(), method: (*method).to_owned(), about: about.clone(), place });
        }
    }
    Ok(found)
}

type Outcome = Result<(), serde_json::Error>;

fn each(rule: &str, fault: impl Fn(&Operation) -> Option<String>) -> Outcome {
    let operations = operations()?;
    assert!(operations.len() > 50, "the document has only {} operations", operations.len());
    let found: Vec<_> = operations.iter().filter_map(|operation| fault(operation).map(|what| operation.fault(&what))).collect();
    none(rule, &found);
    Ok(())
}

#[test]
fn an_operation_has_an_id_of_face_noun_and_verb() -> Outcome {
    let word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    each("An operation id is `face.noun.verb`, and its face is its tag.", |operation| {
        let parts: Vec<_> = operation.id().split('.').collect();
        let right = parts.len() == 3 && parts.iter().all(|part| word(part)) && operation.tags().first() == parts.first();
        (!right).then(|| format!("has the id {:?} and the tags {:?}", operation.id(), operation.tags()))
    })
}

#[test]
fn an_operation_id_is_used_once() -> Outcome {
    let mut by_id: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for operation in operations()? {
        by_id.entry(operation.id().to_owned()).or_default().push(operation.fault("has it"));
    }
    let found: Vec<_> = by_id.into_iter().filter(|(_, places)| places.len() > 1).map(|(id, places)| format!("{id}: {}", places.join("; "))).collect();
    none("Two operations share an id.", &found);
    Ok(())
}

#[test]
fn an_operation_says_what_it_does_and_where_it_belongs() -> Outcome {
    each(
        "An operation has a summary of one sentence (the first line of its doc comment) and one tag, its face: the first segment of its path where that is one.",
        |operation| {
            let summary = operation.about["summary"].as_str().unwrap_or_default();
            if summary.trim().is_empty() || summary.contains('\n') || summary.chars().count() > 120 {
                return Some(format!("has the summary {summary:?}"));
            }
            let first = operation.path.trim_start_matches("/api/v1/").split('/').next().unwrap_or_default();
            let tags = operation.tags();
            let right = tags.len() == 1 && tags.iter().all(|tag| FACES.contains(tag) && (!FACES.contains(&first) || *tag == first));
            (!right).then(|| format!("has the tags {tags:?}"))
        },
    )
}

#[test]
fn an_operation_says_who_may_call_it() -> Outcome {
    let handlers: BTreeMap<String, Handler> = handlers().into_iter().map(|handler| (handler.id.clone(), handler)).collect();
    each("The security in the document is not what the handler's signature demands; server/openapi.rs derives it from the path.", |operation| {
        let Some(security) = operation.about["security"].as_array().filter(|security| !security.is_empty()) else {
            return Some("says nothing of who may call it".into());
        };
        let without = security.iter().any(|needed| needed.as_object().is_some_and(serde_json::Map::is_empty));
        let handler = handlers.get(operation.id())?;
        let by_key = security.iter().any(|needed| needed.get("api_key").is_some());
        match (handler.takes_key(), by_key) {
            (true, false) => return Some("is open to an API key, but the document says that it is not".into()),
            (false, true) => return Some("refuses every API key, but the document says that it does not".into()),
            _ => {}
        }
        match (handler.needs_session(), without) {
            (true, true) => Some("needs a session, but the document says that it does not".into()),
            (false, false) => Some("needs no session, but the document says that it does".into()),
            _ => None,
        }
    })
}

#[test]
fn an_operation_answers_with_what_is_documented() -> Outcome {
    each("An operation documents its success, and every refusal as a problem.", |operation| {
        let answers = operation.about["responses"].as_object()?;
        if !answers.keys().any(|status| status.starts_with('2') || status.starts_with('3')) {
            return Some("documents no success".into());
        }
        if let Some((status, _)) = answers.iter().find(|(_, answer)| answer["description"].as_str().is_none_or(str::is_empty)) {
            return Some(format!("says nothing of its answer {status}; server/openapi.rs fills in what follows from the status"));
        }
        let refusals: Vec<_> = answers.iter().filter(|(status, _)| status.starts_with('4') || status.starts_with('5')).collect();
        let plain =
            refusals.iter().find(|(_, answer)| answer["content"]["application/problem+json"]["schema"]["$ref"] != "#/components/schemas/Problem");
        if let Some((status, _)) = plain {
            return Some(format!("answers {status} with something else than a problem"));
        }
        ["400", "401", "403", "404", "409", "422", "429", "500", "503"]
            .iter()
            .find(|status| !answers.contains_key(**status))
            .map(|status| format!("does not document {status}"))
    })
}

#[test]
fn a_path_parameter_is_documented() -> Outcome {
    each("The parameters in a path and those documented are the same, each once and with a schema.", |operation| {
        let mut in_path: Vec<_> = operation.path.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
        let mut documented = operation.parameters("path");
        in_path.sort_unstable();
        documented.sort_unstable();
        if in_path != documented {
            return Some(format!("has {in_path:?} in its path, but documents {documented:?}"));
        }
        let all = operation.about["parameters"].as_array();
        all.into_iter().flatten().find(|parameter| parameter["schema"].is_null()).map(|parameter| format!("gives {} no schema", parameter["name"]))
    })
}

#[test]
fn a_parameter_is_documented_once() -> Outcome {
    each("Two parameters of an operation have the same name and place.", |operation| {
        let twice = |kind: &str| {
            let mut names = operation.parameters(kind);
            names.sort_unstable();
            names.windows(2).find(|pair| pair.first() == pair.last()).and_then(|pair| pair.first().map(|name| format!("documents {name} twice")))
        };
        ["header", "query", "path"].into_iter().find_map(twice)
    })
}

#[test]
fn a_list_is_a_page() -> Outcome {
    each("An operation that answers with a page takes `limit` and `cursor`.", |operation| {
        let schema = operation.about["responses"]["200"]["content"]["application/json"]["schema"]["$ref"].as_str().unwrap_or_default();
        if schema.is_empty() && operation.about["responses"]["200"]["content"]["application/json"]["schema"]["type"] == "array" {
            return Some("answers with a bare list".into());
        }
        let query = operation.parameters("query");
        let pages = schema.rsplit('/').next().is_some_and(|name| name.starts_with("Page_"));
        (pages && !(query.contains(&"limit") && query.contains(&"cursor"))).then(|| format!("takes {query:?}"))
    })
}

#[test]
fn a_body_is_documented() -> Outcome {
    let handlers: BTreeMap<String, Handler> = handlers().into_iter().map(|handler| (handler.id.clone(), handler)).collect();
    each("A handler that reads a body, a version or a key documents it, and no other does.", |operation| {
        let handler = handlers.get(operation.id())?;
        let (headers, body) = (operation.parameters("header"), handler.takes("Body") || handler.takes("FileBody"));
        if headers.contains(&"Idempotency-Key") && !body {
            return Some("documents an Idempotency-Key, which comes with a body alone".into());
        }
        if body {
            let documented = operation.about["requestBody"]["content"].as_object().is_some_and(|content| !content.is_empty());
            if !documented {
                return Some("reads a body that is not documented".into());
            }
        }
        (handler.takes("IfMatch") != headers.contains(&"If-Match")).then(|| "does not document If-Match as it is read".into())
    })
}

#[test]
fn what_is_written_is_mounted() -> Outcome {
    let mounted: Vec<_> = operations()?.iter().map(|operation| operation.id().to_owned()).collect();
    let found: Vec<_> =
        handlers().into_iter().filter(|handler| !mounted.contains(&handler.id)).map(|handler| format!("{}: {}", handler.place, handler.id)).collect();
    none("A handler is written but not mounted.", &found);
    Ok(())
}

#[test]
fn every_reference_leads_somewhere() -> Outcome {
    let document = document()?;
    let mut found = Vec::new();
    references(&document, &mut found);
    found.retain(|reference| document.pointer(reference.trim_start_matches('#')).is_none());
    found.sort_unstable();
    found.dedup();
    let found: Vec<_> = found.iter().map(|reference| format!("openapi/openapi.json:1: {reference}")).collect();
    none("A reference in the document leads nowhere.", &found);
    Ok(())
}

fn references(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| references(value, found)),
        Value::Object(values) => {
            found.extend(values.get("$ref").and_then(Value::as_str).map(str::to_owned));
            values.values().for_each(|value| references(value, found));
        }
        _ => {}
    }
}
