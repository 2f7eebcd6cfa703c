//! The audit log: every operation that changes something is either written into it, or says why not.

use crate::tree::none;
use madang_tests::audited::{Kept, OPERATIONS, changing};
use std::collections::BTreeSet;

#[test]
fn every_operation_that_changes_something_is_kept_or_says_why_not() -> Result<(), serde_json::Error> {
    let document = serde_json::to_value(server::openapi::document())?;
    let known: BTreeSet<String> = changing(&document).into_iter().map(|(_, _, id)| id).collect();
    let declared: BTreeSet<String> = OPERATIONS.iter().map(|(id, _)| (*id).to_owned()).collect();
    let mut found: Vec<String> = known.difference(&declared).map(|id| format!("tests/src/audited.rs:1: {id} is not in the table")).collect();
    found.extend(declared.difference(&known).map(|id| format!("tests/src/audited.rs:1: {id} is no operation")));
    found.extend(
        OPERATIONS.iter().filter(|(_, kept)| *kept == Kept::Never("")).map(|(id, _)| format!("tests/src/audited.rs:1: {id} gives no reason")),
    );
    if declared.len() != OPERATIONS.len() {
        found.push("tests/src/audited.rs:1: an operation stands in it twice".into());
    }
    none(
        "An operation is not in the table of what the audit log keeps. Record it in its action (`tx.record(Entry::new(…))`), or say why it need not be kept.",
        &found,
    );
    Ok(())
}

#[test]
fn an_action_is_named_for_its_context_and_stands_once() {
    let actions = server::openapi::audit_actions();
    let names: BTreeSet<&str> = actions.iter().map(|action| action.name).collect();
    assert_eq!(names.len(), actions.len(), "two actions of the audit log have one name");
    let contexts = crate::tree::contexts();
    let whole = |name: &str| {
        let (context, rest) = name.split_once('.').unwrap_or_default();
        (["flows", "platform"].contains(&context) || contexts.iter().any(|known| known == context))
            && rest.contains('.')
            && name == name.to_lowercase()
    };
    let wrong: Vec<&str> = names.into_iter().filter(|name| !whole(name)).collect();
    assert!(wrong.is_empty(), "an action is `context.noun.verbed`: {}", wrong.join(", "));
}
