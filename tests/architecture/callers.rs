//! The handlers of the API as they are written: which operation, and what their signature takes.
//! It is read from the sources, because a signature is what decides who gets in.

use crate::{permissions::markers, rust::rust_under, tree::line_of};
use kernel::Permission;
use sea_orm::Iterable;

/// A handler.
pub struct Handler {
    /// Its operation id.
    pub id: String,
    /// Where it stands, as `file:line`.
    pub place: String,
    /// Its parameters, as written.
    parameters: String,
}

impl Handler {
    /// Whether its signature takes a parameter of this type.
    pub fn takes(&self, kind: &str) -> bool {
        let types = self.parameters.split(|c: char| !c.is_alphanumeric() && c != '_');
        types.into_iter().any(|word| word == kind)
    }

    /// Whether it is reached by signed-in callers alone.
    pub fn needs_session(&self) -> bool {
        ["SignedIn", "Member", "Operator", "Recent"].iter().any(|kind| self.takes(kind))
    }

    /// Whether a program with an API key can reach it: a member's operation, whose permission a
    /// program may have, and that asks for no proof of a person.
    pub fn takes_key(&self) -> bool {
        let for_programs = markers()
            .into_iter()
            .find(|marker| self.takes(&marker.name))
            .is_some_and(|marker| Permission::iter().any(|permission| format!("{permission:?}") == marker.permission && permission.for_programs()));
        self.takes("Member") && for_programs && !["SignedIn", "Recent"].iter().any(|kind| self.takes(kind))
    }
}

/// Every handler of the backend.
pub fn handlers() -> Vec<Handler> {
    rust_under("backend").iter().flat_map(|file| in_text(&file.source.path, &file.source.text)).collect()
}

fn in_text(path: &str, text: &str) -> Vec<Handler> {
    const MARK: &str = "operation_id = \"";
    let mut found = Vec::new();
    for (at, _) in text.match_indices(MARK) {
        let rest = text.get(at + MARK.len()..).unwrap_or_default();
        let id = rest.split('"').next().unwrap_or_default().to_owned();
        let signature = rest.split_once("fn ").map(|(_, signature)| signature).unwrap_or_default();
        let parameters = signature.split("->").next().unwrap_or_default().to_owned();
        found.push(Handler { id, place: format!("{path}:{}", line_of(text, at)), parameters });
    }
    found
}

#[test]
fn a_signature_is_read() {
    let text = "#[utoipa::path(operation_id = \"company.item.create\")]\n#[post(\"/x\")]\nasync fn create(who: Member<need::X>, body: Body<A>) -> Result<B> {}";
    let handlers = in_text("a.rs", text);
    assert_eq!(handlers.len(), 1);
    assert!(handlers.iter().all(|handler| handler.id == "company.item.create"
        && handler.place == "a.rs:1"
        && handler.needs_session()
        && handler.takes("Body")
        && !handler.takes("IfMatch")));
}
