//! Which of the fee rules in force applies.

use crate::fee_rule::Model;

/// The most particular rule: company and category, company, category, plan, the general one. Of
/// two equals the one that began later wins.
#[must_use]
pub fn most_particular(rules: Vec<Model>) -> Option<Model> {
    rules.into_iter().max_by_key(|rule| {
        let company = u8::from(rule.company_id.is_some()) * 8;
        let category = u8::from(rule.category.is_some()) * 4;
        let plan = u8::from(rule.plan.is_some()) * 2;
        (company + category + plan, rule.valid_from)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use kernel::{CompanyId, FeeRuleId};
    use rust_decimal::Decimal;

    fn rule(company: bool, plan: Option<&str>, category: Option<&str>, rate: i64) -> Model {
        Model {
            id: FeeRuleId::new(),
            company_id: company.then(CompanyId::new),
            plan: plan.map(Into::into),
            category: category.map(Into::into),
            rate: Decimal::new(rate, 3),
            valid_from: DateTime::UNIX_EPOCH,
            valid_to: None,
            created_by: None,
            created_at: DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn the_most_particular_rule_wins() {
        let general = rule(false, None, None, 30);
        let plan = rule(false, Some("standard"), None, 28);
        let category = rule(false, None, Some("bread"), 25);
        let company = rule(true, None, None, 20);
        let both = rule(true, None, Some("bread"), 15);
        let ranked = [general, plan, category, company, both];
        for last in 1..=ranked.len() {
            let chosen = most_particular(ranked[..last].to_vec());
            assert_eq!(chosen.map(|rule| rule.rate), Some(ranked[last - 1].rate));
        }
        assert!(most_particular(Vec::new()).is_none());
    }
}
