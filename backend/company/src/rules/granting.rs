//! Who may give, change and take away what: nobody more than they may do themselves.

use crate::codes;
use kernel::{AccountId, CompanyId, Permission, Problem, Result, Role};

/// A member who works on members, roles or invitations.
#[derive(Clone, Copy, Debug)]
pub struct Grantor<'a> {
    /// The person.
    pub account: AccountId,
    /// The company.
    pub company: CompanyId,
    /// What the person may do in it.
    pub permissions: &'a [Permission],
}

impl Grantor<'_> {
    /// Refuses what goes beyond the person's own permissions. Error: [`codes::BEYOND_OWN`].
    pub fn covers(&self, permissions: &[Permission]) -> Result<()> {
        if permissions.iter().all(|permission| self.permissions.contains(permission)) { Ok(()) } else { Err(codes::BEYOND_OWN.into()) }
    }
}

/// The permissions of a role that a company makes: each once, in the order of the owner's, and
/// with the one that every member has. Error: one that is not of members.
pub fn of_members(wanted: &[Permission]) -> Result<Vec<Permission>> {
    let all = Role::Owner.permissions();
    if let Some(at) = wanted.iter().position(|permission| !all.contains(permission)) {
        return Err(Problem::invalid(format!("permissions.{at}"), "not_of_members"));
    }
    let kept = |permission: &Permission| *permission == Permission::WorkspaceView || wanted.contains(permission);
    Ok(all.iter().copied().filter(kept).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use Permission::{BooksView, MembersManage, Settle, StockManage, WorkspaceView};

    #[test]
    fn nobody_gives_more_than_they_have() {
        let grantor = Grantor { account: AccountId::new(), company: CompanyId::new(), permissions: &[WorkspaceView, MembersManage] };
        assert!(grantor.covers(&[WorkspaceView]).is_ok());
        assert!(grantor.covers(&[WorkspaceView, MembersManage]).is_ok());
        assert!(grantor.covers(&[WorkspaceView, BooksView]).is_err_and(|problem| problem.code == codes::BEYOND_OWN));
        assert!(grantor.covers(Role::Owner.permissions()).is_err());
    }

    #[test]
    fn a_role_of_a_company_lets_look_and_has_nothing_of_the_operator() {
        assert_eq!(of_members(&[StockManage, BooksView, StockManage]).ok(), Some(vec![WorkspaceView, StockManage, BooksView]));
        assert_eq!(of_members(&[]).ok(), Some(vec![WorkspaceView]));
        assert!(of_members(&[StockManage, Settle]).is_err());
    }
}
