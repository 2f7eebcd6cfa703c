//! What is to be written into the audit log.

use kernel::{AccountId, AuditAction, CompanyId, Problem, Result};
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// Characters of a value that are kept; a description is not copied whole.
const VALUE_LENGTH_MAX: usize = 300;
/// Characters of a thing's name that are kept.
const LABEL_LENGTH_MAX: usize = 120;

/// A field that is different.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = AuditChange)]
pub struct Change {
    /// Which.
    #[schema(schema_with = field_reference)]
    pub field: String,
    /// Its value before; null where there was none.
    #[schema(value_type = Option<Value>)]
    pub before: Value,
    /// Its value afterwards; null where there is none.
    #[schema(value_type = Option<Value>)]
    pub after: Value,
}

/// The fields' schema is assembled from all contexts by the server.
fn field_reference() -> utoipa::openapi::Ref {
    utoipa::openapi::Ref::from_schema_name("AuditField")
}

/// The fields that are different, as they are stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Changes(pub Vec<Change>);

/// An entry to be written.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Entry {
    pub(super) action: String,
    /// Whose part of the log it belongs to; none for the operator's own.
    pub(super) company: Option<CompanyId>,
    /// Whom it concerns, where nobody is signed in: whoever holds the link in a mail.
    pub(super) person: Option<AccountId>,
    pub(super) object_kind: String,
    pub(super) object_id: String,
    pub(super) object_label: String,
    pub(super) changes: Vec<Change>,
    pub(super) reason: Option<String>,
    /// The fields that the action declares.
    #[serde(skip)]
    declared: &'static [&'static str],
    /// A field that it does not declare, if there is one.
    #[serde(skip)]
    undeclared: Option<String>,
}

impl Entry {
    /// An entry about a thing: its id (`price_01h…`, whose prefix says what it is) and what people
    /// call it.
    #[must_use]
    pub fn new(action: AuditAction, id: impl ToString, label: impl AsRef<str>) -> Self {
        let id = id.to_string();
        Self {
            action: action.name.to_owned(),
            company: None,
            person: None,
            object_kind: id.rsplit_once('_').map_or("", |(kind, _)| kind).to_owned(),
            object_id: id,
            object_label: shortened(label.as_ref(), LABEL_LENGTH_MAX),
            changes: Vec::new(),
            reason: None,
            declared: action.fields,
            undeclared: None,
        }
    }

    /// It belongs to a company's part of the log. What happens in a company's own part of the
    /// database belongs to it anyway.
    #[must_use]
    pub const fn of(mut self, company: CompanyId) -> Self {
        self.company = Some(company);
        self
    }

    /// It was done by whoever holds a link or a token of this person.
    #[must_use]
    pub const fn by_link_of(mut self, person: AccountId) -> Self {
        self.person = Some(person);
        self
    }

    /// Why.
    #[must_use]
    pub fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// What is different: two objects with the same fields, of which those are kept that differ.
    /// `Value::Null` stands for a thing that did not exist before, or does not afterwards.
    #[must_use]
    pub fn changed(mut self, before: Value, after: Value) -> Self {
        let nothing = Map::new();
        let (before, after) = (before.as_object().unwrap_or(&nothing), after.as_object().unwrap_or(&nothing));
        let fields: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        for field in fields {
            let value = |of: &Map<String, Value>| of.get(field).cloned().unwrap_or(Value::Null);
            let (before, after) = (value(before), value(after));
            if before == after {
                continue;
            }
            if !self.declared.contains(&field.as_str()) {
                self.undeclared = Some(field.clone());
            }
            self.changes.push(Change { field: field.clone(), before: kept(before), after: kept(after) });
        }
        self
    }

    /// What it says is different.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Refuses an entry that tells of a field which its action does not declare.
    pub(crate) fn sound(&self) -> Result<()> {
        match &self.undeclared {
            Some(field) => Err(Problem::internal(format!("the audit action {} declares no field {field}", self.action))),
            None => Ok(()),
        }
    }
}

fn kept(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(shortened(&text, VALUE_LENGTH_MAX)),
        other => other,
    }
}

fn shortened(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    text.chars().take(longest - 1).chain(std::iter::once('…')).collect()
}

/// An e-mail address of which only the beginning and the domain can be read.
#[must_use]
pub fn masked_email(email: &str) -> String {
    let (name, domain) = email.split_once('@').unwrap_or((email, ""));
    let shown: String = name.chars().take(2).collect();
    format!("{shown}***@{domain}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const RENAMED: AuditAction = AuditAction { name: "test.thing.renamed", fields: &["name", "size"] };

    #[test]
    fn only_what_is_different_is_kept() {
        let (before, after) = (json!({"name": "a", "size": 1, "same": true}), json!({"name": "b", "size": 1, "same": true}));
        let entry = Entry::new(RENAMED, "thing_1", "a").changed(before, after);
        assert_eq!(entry.changes, [Change { field: "name".into(), before: json!("a"), after: json!("b") }]);
        assert_eq!((entry.object_kind.as_str(), entry.sound().is_ok()), ("thing", true));
    }

    #[test]
    fn a_field_that_was_not_declared_is_refused() {
        let entry = Entry::new(RENAMED, "thing_1", "a").changed(Value::Null, json!({"password": "x"}));
        assert!(entry.sound().is_err());
    }

    #[test]
    fn a_long_text_is_not_copied_whole() {
        let long = "가".repeat(1000);
        let entry = Entry::new(RENAMED, "thing_1", &long).changed(Value::Null, json!({"name": long}));
        assert_eq!(entry.object_label.chars().count(), LABEL_LENGTH_MAX);
        assert_eq!(entry.changes[0].after.as_str().map(|text| text.chars().count()), Some(VALUE_LENGTH_MAX));
    }

    #[test]
    fn an_address_shows_its_beginning_and_its_domain() {
        assert_eq!(masked_email("jiyoung@hanbit.example"), "ji***@hanbit.example");
    }
}
