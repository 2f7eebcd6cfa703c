/** The account screens, shared by all faces. */
export { ConfirmEmail } from "./parts/confirm-email";
export { ConsentsDue } from "./parts/consent";
export { DeleteAccount } from "./parts/delete-account";
export { Gate } from "./parts/gate";
export { Invitation } from "./parts/invitation";
export { PasskeysPanel } from "./parts/passkeys";
export { ForgotPassword, ResetPassword } from "./parts/password";
export { ProveDialog } from "./parts/prove";
export { SecondFactorPanel } from "./parts/second-factor";
export { SignIn } from "./parts/sign-in";
export { SignUp } from "./parts/sign-up";
export { VerifyEmail } from "./parts/verify-email";
export { useSignOut, useSwitchCompany } from "./queries";
