/** Companies as the operator sees them, the decisions on them, and their fees. */
export { percentOf, rateOf, ruleStanding } from "./model/rate";
export { CompanyBadge } from "./parts/company-badge";
export { CompanyDecisions } from "./parts/decisions";
export { CompanyFacts, ThingsToCheck } from "./parts/facts";
export { FeeRuleForm } from "./parts/fee-rule-form";
export * from "./queries";
