//! Names of what the audit log tells of. Each context lists its own in `audit.rs`; together they
//! are one enum in OpenAPI and a union in TypeScript, so that both dictionaries have them all.

/// Something that somebody does and that is written down for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuditAction {
    /// `context.noun.verbed`; never changed, because entries are kept under it.
    pub name: &'static str,
    /// The fields whose values before and after an entry may tell.
    pub fields: &'static [&'static str],
}

/// Declares constants of [`AuditAction`] and the slice that lists them all.
#[macro_export]
macro_rules! audit_actions {
    ($list:ident; $($id:ident = $name:literal [$($field:literal),* $(,)?];)*) => {
        $(#[doc = $name] pub const $id: $crate::AuditAction = $crate::AuditAction { name: $name, fields: &[$($field),*] };)*
        /// Everything of this module that the audit log tells of.
        pub const $list: &[$crate::AuditAction] = &[$($id),*];
    };
}
