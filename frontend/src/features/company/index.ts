/** The company that one works for: first page, profile, rules, members. */
export { PayoutAccountForm } from "./parts/payout-form";
export { PictureForm } from "./parts/picture-form";
export { FunctionsForm, ProfileForm } from "./parts/profile-form";
export { RulesForm } from "./parts/rules-form";
export * from "./queries";
