/** Registering a company: the wizard and what comes after it. */
export { RegistrationWizard } from "./parts/wizard";
export { UnverifiedNotice } from "./parts/unverified";
