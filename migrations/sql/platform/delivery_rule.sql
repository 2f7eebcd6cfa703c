-- When a company set its delivery rule. Those that have a fee have set it, at the latest when they last changed.
ALTER TABLE company ADD COLUMN delivery_rule_set_at timestamptz;
UPDATE company SET delivery_rule_set_at = updated_at WHERE delivery_fee_minor > 0 OR free_delivery_from_minor IS NOT NULL;
