//! The role that a member holds: a built-in one, or one that the company made itself.

use crate::{Role, RoleId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A role by name (`sales`) or, where it is the company's own, by id (`role_01h…`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum HeldRole {
    /// One of the company's own.
    Own(RoleId),
    /// A built-in one.
    BuiltIn(Role),
}

impl HeldRole {
    /// Whether it is the owner's.
    #[must_use]
    pub fn is_owner(self) -> bool {
        self == Self::BuiltIn(Role::Owner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_told_by_its_text() -> Result<(), serde_json::Error> {
        let own = RoleId::new();
        for role in [HeldRole::BuiltIn(Role::Accounting), HeldRole::Own(own)] {
            assert_eq!(serde_json::from_value::<HeldRole>(serde_json::to_value(role)?)?, role);
        }
        assert_eq!(serde_json::to_value(HeldRole::BuiltIn(Role::Sales))?, "sales");
        assert!(serde_json::from_str::<HeldRole>("\"emperor\"").is_err());
        Ok(())
    }
}
