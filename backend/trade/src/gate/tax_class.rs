//! The frozen tax class is the registered one.

use super::{Check, Finding, GateFacts};
use sea_orm::ActiveEnum;

pub(super) fn check(facts: &GateFacts, findings: &mut Vec<Finding>) {
    for line in &facts.lines {
        if let Some(version) = facts.versions.get(&(line.item, line.version))
            && version.tax_class != line.tax_class
        {
            let found = Finding::new(Check::TaxClass, "differs").between(version.tax_class.to_value(), line.tax_class.to_value());
            findings.push(found.line(line.id).amount(facts.goods(line)));
        }
    }
}
