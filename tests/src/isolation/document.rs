//! The operations of the OpenAPI document, and requests made out of their schemas.

use serde_json::{Map, Value, json};

/// Where the addresses of the API begin.
const ROOT: &str = "/api/v1";
/// A uuid is the id of a variant in a shop, the only one without a prefix.
pub const UUID: &str = "uuid";

/// What a parameter names: an id of a kind, or something by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Names {
    /// An id; the kind is its prefix.
    Id(String),
    /// A shop, a slug, a gateway: whatever is no id.
    Word,
}

/// An operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Its method.
    pub method: reqwest::Method,
    /// Its path below the API's root, with braces.
    pub path: String,
    /// The parameters in its path.
    pub in_path: Vec<(String, Names)>,
    /// The ids in its query: name and kind.
    pub in_query: Vec<(String, String)>,
    /// Media type and schema of its body.
    pub body: Option<(String, Value)>,
}

impl Operation {
    /// The name for people.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// Whether it only reads.
    #[must_use]
    pub fn reads(&self) -> bool {
        self.method == reqwest::Method::GET
    }

    /// The kinds of ids in its path.
    pub fn kinds(&self) -> impl Iterator<Item = &str> {
        self.in_path.iter().filter_map(|(_, names)| if let Names::Id(kind) = names { Some(kind.as_str()) } else { None })
    }

    /// The path with ids put in; `words` gives what is no id.
    pub fn at(&self, id: impl Fn(&str) -> String, words: impl Fn(&str) -> String) -> String {
        self.in_path.iter().fold(self.path.clone(), |path, (name, names)| {
            let value = match names {
                Names::Id(kind) => id(kind),
                Names::Word => words(name),
            };
            path.replace(&format!("{{{name}}}"), &value)
        })
    }
}

/// All operations of a document.
#[must_use]
pub fn operations(document: &Value) -> Vec<Operation> {
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        for (method, it) in item.as_object().into_iter().flatten() {
            let Ok(method) = method.to_uppercase().parse() else { continue };
            let parameters = it["parameters"].as_array().cloned().unwrap_or_default();
            let of = |place: &str| {
                parameters
                    .iter()
                    .filter(|parameter| parameter["in"] == place)
                    .map(|parameter| (word(&parameter["name"]), names(document, &parameter["schema"])))
                    .collect::<Vec<_>>()
            };
            let in_query =
                of("query").into_iter().filter_map(|(name, names)| if let Names::Id(kind) = names { Some((name, kind)) } else { None }).collect();
            let body = it["requestBody"]["content"]
                .as_object()
                .and_then(|content| content.iter().next())
                .map(|(media, it)| (media.clone(), it["schema"].clone()));
            all.push(Operation { method, path: path.trim_start_matches(ROOT).to_owned(), in_path: of("path"), in_query, body });
        }
    }
    all
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn resolved<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str().and_then(|reference| document.pointer(reference.trim_start_matches('#'))) {
        Some(target) => resolved(document, target),
        None => schema,
    }
}

fn names(document: &Value, schema: &Value) -> Names {
    kind_of(resolved(document, schema)).map_or(Names::Word, Names::Id)
}

/// The kind of id that a schema describes.
fn kind_of(schema: &Value) -> Option<String> {
    if schema["format"] == "uuid" {
        return Some(UUID.to_owned());
    }
    let pattern = schema["pattern"].as_str()?;
    let (kind, rest) = pattern.trim_start_matches('^').split_once('_')?;
    rest.contains("{25}").then(|| kind.to_owned())
}

/// Something that a schema allows, with ids from `id`: what is required, and whatever may hold an
/// id. The flag says whether an id is in it.
pub fn sample(document: &Value, schema: &Value, id: &impl Fn(&str) -> String, depth: u8) -> (Value, bool) {
    let schema = resolved(document, schema);
    if let Some(kind) = kind_of(schema) {
        return (json!(id(&kind)), true);
    }
    for choice in ["oneOf", "anyOf", "allOf"] {
        if let Some(first) = schema[choice].as_array().and_then(|all| all.iter().find(|one| one["type"] != "null")) {
            return sample(document, first, id, depth + 1);
        }
    }
    if let Some(first) = schema["enum"].as_array().and_then(|all| all.first()) {
        return (first.clone(), false);
    }
    let named = schema["type"]
        .as_str()
        .or_else(|| schema["type"].as_array().and_then(|all| all.iter().filter_map(Value::as_str).find(|name| *name != "null")));
    match named {
        _ if depth > 8 => (Value::Null, false),
        Some("object") => object(document, schema, id, depth),
        Some("array") => {
            let (item, has) = sample(document, &schema["items"], id, depth + 1);
            (json!([item]), has)
        }
        Some("integer" | "number") => (json!(schema["minimum"].as_i64().unwrap_or(1).max(1)), false),
        Some("boolean") => (json!(false), false),
        Some("string") => (json!(string(schema)), false),
        _ => (Value::Null, false),
    }
}

fn object(document: &Value, schema: &Value, id: &impl Fn(&str) -> String, depth: u8) -> (Value, bool) {
    let mut whole = Map::new();
    let mut any = false;
    for (name, it) in schema["properties"].as_object().into_iter().flatten() {
        let (value, has) = sample(document, it, id, depth + 1);
        if has || schema["required"].as_array().is_some_and(|all| all.iter().any(|one| one == name)) {
            whole.insert(name.clone(), value);
        }
        any |= has;
    }
    (Value::Object(whole), any)
}

fn string(schema: &Value) -> String {
    match schema["format"].as_str() {
        Some("date") => "2026-03-02".to_owned(),
        Some("date-time") => "2026-03-02T01:00:00Z".to_owned(),
        Some("email") => "walker@people.example".to_owned(),
        _ => {
            let length = schema["minLength"].as_u64().and_then(|length| usize::try_from(length).ok()).unwrap_or(1);
            "x".repeat(length.clamp(1, 64))
        }
    }
}
