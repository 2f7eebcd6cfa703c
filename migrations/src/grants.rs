//! Grants, table by table: what a role may do is read off the names in the SQL itself, and tables
//! that are only ever added to are granted no more than that.

/// Tables whose rows are never changed or deleted.
const APPEND_ONLY: &[&str] =
    &["transfer", "trade_event", "gate_check", "registered_version", "stock_move", "revenue_entry", "tax_entry", "settlement_entry", "audit_entry"];

/// The statements that grant a tenant's role its own tables.
pub fn of_tenant(schema: &str, sql: &[&str]) -> String {
    let mut grants: String = tables(sql).map(|table| format!("GRANT {} ON {schema}.{table} TO {schema};\n", rights(table))).collect();
    // A package of the tenant's data says of which version it is.
    grants.push_str(&format!("GRANT SELECT ON {schema}.seaql_migrations TO {schema};\n"));
    grants
}

/// The statements that grant the platform's role the platform's tables.
pub fn of_platform(role: &str, sql: &[&str]) -> String {
    tables(sql).map(|table| format!("GRANT {} ON platform.{table} TO {role};\n", rights(table))).collect()
}

fn rights(table: &str) -> &'static str {
    if APPEND_ONLY.contains(&table) { "SELECT, INSERT" } else { "SELECT, INSERT, UPDATE, DELETE" }
}

fn tables<'a>(sql: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
    sql.iter().flat_map(|file| file.lines()).filter_map(|line| line.strip_prefix("CREATE TABLE ")?.split([' ', '(']).next())
}
