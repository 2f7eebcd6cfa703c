//! Who may call what, written out of the signatures of the handlers and the roles of the kernel
//! into docs/permissions.md. A story walks every operation of the table as every role.

use crate::{callers::handlers, generated::fresh, tree::root};
use kernel::{OperatorRole, Permission, Role};
use sea_orm::Iterable;
use serde::Serialize;

const OPENING: &str = "# Who may call what

An operation names the permission that it needs in the signature of its handler; a role is a set of permissions. This table is
written out of both by `UPDATE=1 cargo test -p madang-tests --test architecture permissions`, and `tests/api/roles.rs` calls every
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

/// The permission behind a marker type, as the kernel pairs them: `ManageStock = StockManage;`.
pub fn markers() -> Vec<(String, String)> {
    let text = std::fs::read_to_string(root().join("backend/kernel/src/permission.rs")).unwrap_or_default();
    let pairs = text.lines().filter_map(|line| line.trim().strip_suffix(';')?.split_once(" = "));
    pairs.map(|(marker, permission)| (marker.to_owned(), permission.to_owned())).collect()
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
                handlers.iter().find(|handler| handler.id == id).and_then(|handler| markers.iter().find(|(marker, _)| handler.takes(marker)));
            let needed = marker.and_then(|(_, name)| Permission::iter().find(|permission| format!("{permission:?}") == *name));
            if let Some(permission) = needed {
                let path = path.trim_start_matches("/api/v1");
                rows.push(format!("| `{id}` | `{} {path}` | {} | {} |", method.to_uppercase(), named(permission)?, roles(permission)?));
            }
        }
    }
    assert!(rows.len() > 80, "{} operations need a permission", rows.len());
    rows.sort();
    fresh("docs/permissions.md", &format!("{OPENING}\n\n| operation | call | needs | roles |\n|---|---|---|---|\n{}", rows.join("\n")))
}
