//! What an API key may be.

use chrono::{DateTime, Duration, Utc};
use kernel::Permission;
use sea_orm::Iterable;

/// Living keys of one company.
pub const MOST_API_KEYS: u64 = 50;
/// Hours for which two secrets of a key may overlap.
pub const LONGEST_OVERLAP_HOURS: i64 = 168;
/// How often the use of a key is noted.
pub const USE_NOTED_EVERY: Duration = Duration::minutes(1);
/// How far away the end of a key may lie: a year, and a day for clocks and time zones.
const LONGEST_LIFE: Duration = Duration::days(367);

/// Whether a key may end then.
#[must_use]
pub fn api_key_ends_in_time(end: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    end > now && end - now <= LONGEST_LIFE
}

/// The permissions of a key, each once and in their order. Whoever may do anything may look.
#[must_use]
pub fn api_key_permissions(asked: Vec<Permission>) -> Vec<Permission> {
    if asked.is_empty() {
        return asked;
    }
    Permission::iter().filter(|permission| *permission == Permission::WorkspaceView || asked.contains(permission)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn permissions_are_each_there_once() {
        use Permission::{OrdersManage, StockManage, WorkspaceView};
        assert_eq!(api_key_permissions(vec![OrdersManage, StockManage, OrdersManage]), vec![WorkspaceView, StockManage, OrdersManage]);
        assert_eq!(api_key_permissions(vec![]), vec![]);
    }
}
