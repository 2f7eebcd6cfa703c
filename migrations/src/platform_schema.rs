//! Migrations of the platform's schema, oldest first.

use crate::sql_migration;
use sea_orm_migration::{MigrationTrait, MigratorTrait};

sql_migration!(
    Initial,
    "m0001_initial",
    [
        "../sql/platform/machinery.sql",
        "../sql/platform/identity.sql",
        "../sql/platform/company.sql",
        "../sql/platform/trade.sql",
        "../sql/platform/payment.sql",
        "../sql/platform/ledger.sql",
        "../sql/platform/notify.sql",
    ]
);

sql_migration!(AccountChanges, "m0002_account_changes", ["../sql/platform/account_changes/identity.sql"]);

sql_migration!(SecondFactor, "m0003_second_factor", ["../sql/platform/second_factor/identity.sql"]);

sql_migration!(DepartedAccounts, "m0004_departed_accounts", ["../sql/platform/departed_accounts/identity.sql"]);

sql_migration!(DeliveryRule, "m0005_delivery_rule", ["../sql/platform/delivery_rule.sql"]);

sql_migration!(Members, "m0006_members", ["../sql/platform/members/company.sql"]);
sql_migration!(AuditLog, "m0007_audit_log", ["../sql/platform/audit.sql"]);

sql_migration!(ApiKeys, "m0010_api_keys", ["../sql/platform/api_keys/company.sql", "../sql/platform/api_keys/trade.sql"]);

sql_migration!(Webhooks, "m0011_webhooks", ["../sql/platform/webhooks/notify.sql"]);

sql_migration!(TenantLife, "m0012_tenant_life", ["../sql/platform/tenant_life/company.sql"]);

sql_migration!(
    TwoPersons,
    "m0013_two_persons",
    ["../sql/platform/two_persons/company.sql", "../sql/platform/two_persons/approval.sql", "../sql/platform/two_persons/ledger.sql"]
);
sql_migration!(Passkeys, "m0014_passkeys", ["../sql/platform/passkeys/identity.sql"]);

pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(Initial),
            Box::new(AccountChanges),
            Box::new(SecondFactor),
            Box::new(DepartedAccounts),
            Box::new(DeliveryRule),
            Box::new(Members),
            Box::new(AuditLog),
            Box::new(ApiKeys),
            Box::new(Webhooks),
            Box::new(TenantLife),
            Box::new(TwoPersons),
            Box::new(Passkeys),
        ]
    }
}
