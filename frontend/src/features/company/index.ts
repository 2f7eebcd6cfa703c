/** The company that one works for: first page, profile, rules, members. */
export * from "./people";
export { InviteDialog } from "./parts/invite-dialog";
export * from "./life";
export { AddressPanels } from "./parts/address-panel";
export { ClosurePanel } from "./parts/closure-panel";
export { ExportsPanel } from "./parts/exports-panel";
export { PayoutAccountForm } from "./parts/payout-form";
export { PictureForm } from "./parts/picture-form";
export { FunctionsForm, ProfileForm } from "./parts/profile-form";
export { RoleDialog } from "./parts/role-dialog";
export { ChangeRoleDialog } from "./parts/role-select";
export { RoleTable } from "./parts/role-table";
export { RulesForm } from "./parts/rules-form";
export * from "./queries";
