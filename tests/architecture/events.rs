//! Events: each is named for its context, and somebody listens.

use crate::{rust::rust_under, tree::none};
use std::collections::BTreeMap;

/// Events that nothing reacts to, and why they are told all the same.
const UNHEARD: &[(&str, &str)] = &[];

/// Every event declared in a context's events.rs, with its place: the first string of its context's name and a dot.
fn declared() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for file in rust_under("backend").into_iter().filter(|file| file.source.name() == "events.rs") {
        let prefix = format!("{}.", file.source.krate().unwrap_or_default());
        for literal in file.strings.iter().filter(|literal| literal.text.starts_with(&prefix)) {
            found.insert(literal.text.clone(), format!("{}:{}", file.source.path, literal.line));
        }
    }
    found
}

#[test]
fn an_event_has_a_reaction() {
    let duties = flows::duties();
    let heard: Vec<_> = duties.list().map(|(event, _)| event).collect();
    let declared = declared();
    assert!(declared.len() > 10, "only {} events are declared", declared.len());
    let excused = |name: &str| UNHEARD.iter().any(|(event, _)| *event == name);
    let mut found: Vec<_> = declared
        .iter()
        .filter(|(name, _)| !heard.contains(&name.as_str()) && !excused(name))
        .map(|(name, place)| format!("{place}: nobody reacts to {name}"))
        .collect();
    found.extend(
        heard
            .iter()
            .filter(|name| !declared.contains_key(**name))
            .map(|name| format!("backend/flows/src/reactions/mod.rs:1: {name} is declared in no events.rs")),
    );
    none("Events and reactions do not meet. A reaction is added in flows/reactions; an event that nobody needs is not emitted.", &found);
}

#[test]
fn a_reaction_is_named_once_for_each_event() {
    let duties = flows::duties();
    let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for pair in duties.list() {
        *seen.entry(pair).or_default() += 1;
    }
    let found: Vec<_> = seen
        .iter()
        .filter(|(_, count)| **count > 1)
        .map(|((event, name), _)| format!("backend/flows/src/reactions/mod.rs:1: {name} on {event}"))
        .collect();
    none("Two reactions to one event have the same name, so the second would be taken for done.", &found);
}
