/** The two-person rule: what one person proposes and another approves. */
export { Proposals } from "./parts/proposals";
export * from "./queries";
