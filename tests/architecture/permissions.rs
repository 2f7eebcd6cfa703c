//! Who may call what, written out of the signatures of the handlers and the roles of the kernel
//! into docs/permissions.md. A story walks every operation of the table as every role.

use crate::{
    callers::handlers,
    generated::fresh,
    tree::{none, root},
};
use kernel::{OperatorRole, Permission, Role};
use sea_orm::Iterable;
use serde::Serialize;
use std::collections::BTreeMap;

const OPENING: &str = "# Who may call what

An operation names the permission that it needs in the signature of its handler, and with it the functions in which it lives: it
answers a company that has switched one of them on, and always where none stands. A role is a set of permissions; a company may make
others than these out of the same permissions. This table is written out of the signatures and the roles by `UPDATE=1 cargo test -p madang-tests --test architecture permissions`, and `tests/api/roles.rs` calls every
operation as every role. What is not in it asks for no permission: it is open to everybody, or to every signed-in person, or to the
buyer who holds the order.";

fn named(value: impl Serialize) -> Result<String, serde_json::Error> {
    Ok(serde_json::to_value(value)?.as_str().unwrap_or_default().to_owned())
}

/// The members' and the operator's roles that have a permission.
fn roles(permission: Permission) -> Result<String, serde_json::Error> {
    let members = Role::iter().filter(|role| role.permissions().contains(&permission)).map(named);
    let operators =
        OperatorRole::iter().filter(|role| role.permissions().contains(&permission)).map(|role| named(role).map(|name| format!("operator's {name}")));
    Ok(members.chain(operators).collect::<Result<Vec<_>, _>>()?.join(", "))
}

/// A marker type of the kernel: `ManageListings = CatalogManage in [Shop];`.
pub struct Marker {
    pub name: String,
    pub permission: String,
    /// As the table writes them.
    pub functions: String,
}

pub fn markers() -> Vec<Marker> {
    let text = std::fs::read_to_string(root().join("backend/kernel/src/permission.rs")).unwrap_or_default();
    let marker = |line: &str| {
        let (name, rest) = line.trim().strip_suffix("];")?.split_once(" = ")?;
        let (permission, functions) = rest.split_once(" in [")?;
        Some(Marker { name: name.to_owned(), permission: permission.to_owned(), functions: functions.to_lowercase() })
    };
    text.lines().filter_map(marker).collect()
}

/// Operations of a noun that live elsewhere than its others, because they are about two things.
const OF_TWO: &[&str] = &["company.item.list_in_shop"];

#[test]
fn the_operations_of_a_noun_live_in_the_same_functions() {
    let markers = markers();
    let mut by_noun: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    for handler in handlers().into_iter().filter(|handler| !OF_TWO.contains(&handler.id.as_str())) {
        let Some(marker) = markers.iter().find(|marker| handler.takes(&marker.name)) else { continue };
        let noun = handler.id.rsplit_once('.').map_or_else(String::new, |(noun, _)| noun.to_owned());
        by_noun.entry(noun).or_default().entry(marker.functions.clone()).or_default().push(handler.place);
    }
    assert!(by_noun.len() > 30, "only {} nouns", by_noun.len());
    let torn = by_noun.into_iter().filter(|(_, functions)| functions.len() > 1);
    let found: Vec<_> = torn.map(|(noun, functions)| format!("{noun}: {functions:?}")).collect();
    none("An operation lives in another function than the others of its noun: its marker of `kernel::need` was chosen by mistake.", &found);
}

#[test]
fn the_table_of_permissions_is_fresh() -> Result<(), Box<dyn std::error::Error>> {
    let document = serde_json::to_value(server::openapi::document())?;
    let (handlers, markers) = (handlers(), markers());
    let mut rows = Vec::new();
    for (path, methods) in document["paths"].as_object().into_iter().flatten() {
        for (method, operation) in methods.as_object().into_iter().flatten() {
            let id = operation["operationId"].as_str().unwrap_or_default();
            let marker =
                handlers.iter().find(|handler| handler.id == id).and_then(|handler| markers.iter().find(|marker| handler.takes(&marker.name)));
            let Some(marker) = marker else { continue };
            let needed = Permission::iter().find(|permission| format!("{permission:?}") == marker.permission);
            if let Some(permission) = needed {
                let (path, method) = (path.trim_start_matches("/api/v1"), method.to_uppercase());
                let functions = if marker.functions.is_empty() { "always" } else { &marker.functions };
                rows.push(format!("| `{id}` | `{method} {path}` | {} | {functions} | {} |", named(permission)?, roles(permission)?));
            }
        }
    }
    assert!(rows.len() > 80, "{} operations need a permission", rows.len());
    rows.sort();
    fresh("docs/permissions.md", &format!("{OPENING}\n\n| operation | call | needs | function | roles |\n|---|---|---|---|---|\n{}", rows.join("\n")))
}
