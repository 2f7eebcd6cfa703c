/** The two-person rule: what one person proposes and another approves. */
export { Proposals } from "./parts/proposals";
export { WaitingAccount } from "./parts/waiting-account";
export * from "./queries";
