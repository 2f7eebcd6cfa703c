//! What somebody gets to see: every id and every telling word in everything that they may read.

use super::document::{Names, Operation, UUID};
use crate::Caller;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// How many ids of a kind are followed when things are read in detail.
const FOLLOWED: usize = 3;

/// What was seen.
#[derive(Clone, Debug, Default)]
pub struct Harvest {
    /// The ids, by kind.
    pub ids: BTreeMap<String, BTreeSet<String>>,
    /// All texts of eight characters and more, ids among them.
    pub texts: BTreeSet<String>,
    /// The operations that gave an answer to an id.
    pub answered: BTreeSet<String>,
}

impl Harvest {
    /// Reads whatever a caller may: lists first, then what the lists name, and what they hold.
    pub async fn of(caller: &Caller, shop: &str, operations: &[Operation], held: &[String]) -> Self {
        let mut harvest = Self::default();
        held.iter().for_each(|text| harvest.text(text));
        let words = |name: &str| if name == "shop" { shop.to_owned() } else { "x".to_owned() };
        let reading = || operations.iter().filter(|operation| operation.reads());
        for operation in reading().filter(|operation| operation.in_path.iter().all(|(name, names)| *names == Names::Word && name == "shop")) {
            harvest.read(caller, operation, &operation.at(|_| String::new(), words)).await;
        }
        // What one detail names may be read by an operation that the document lists earlier.
        let mut followed = BTreeSet::new();
        for operation in reading().chain(reading()) {
            let Some(kind) = operation.kinds().next() else { continue };
            let known: Vec<String> = harvest.ids.get(kind).into_iter().flatten().rev().take(FOLLOWED).cloned().collect();
            for id in known {
                let path = operation.at(|_| id.clone(), words);
                if followed.insert(path.clone()) {
                    harvest.read(caller, operation, &path).await;
                }
            }
        }
        harvest
    }

    async fn read(&mut self, caller: &Caller, operation: &Operation, path: &str) {
        let answer = caller.get(path).await;
        if answer.status == 200 {
            self.answered.insert(operation.name());
            match answer.json() {
                Value::Null => answer.text.split([',', '\n', '"']).for_each(|text| self.text(text)),
                whole => self.value(&whole),
            }
        }
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::String(text) => self.text(text),
            Value::Array(all) => all.iter().for_each(|one| self.value(one)),
            Value::Object(all) => all.values().for_each(|one| self.value(one)),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(kind) = kind(text) {
            self.ids.entry(kind).or_default().insert(text.to_owned());
        }
        if text.chars().count() >= 8 {
            self.texts.insert(text.to_owned());
        }
    }

    /// The newest id of a kind.
    #[must_use]
    pub fn id(&self, kind: &str) -> Option<String> {
        self.ids.get(kind).and_then(|all| all.iter().next_back()).cloned()
    }

    /// Takes over what somebody else saw.
    pub fn and(&mut self, other: Self) {
        for (kind, ids) in other.ids {
            self.ids.entry(kind).or_default().extend(ids);
        }
        self.texts.extend(other.texts);
        self.answered.extend(other.answered);
    }

    /// The texts that tell something and that others do not know: no moments, and no codes.
    #[must_use]
    pub fn secrets(&self, known: &Self) -> BTreeSet<String> {
        let tells = |text: &&String| !text.starts_with("20") && !text.chars().all(|letter| letter.is_ascii_lowercase() || "_.-/".contains(letter));
        self.texts.difference(&known.texts).filter(tells).cloned().collect()
    }
}

/// The kind of an id; `None` for any other text.
fn kind(text: &str) -> Option<String> {
    if text.len() == 36 && text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-') {
        return Some(UUID.to_owned());
    }
    let (kind, rest) = text.split_once('_')?;
    (rest.len() == 26 && rest.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())).then(|| kind.to_owned())
}
