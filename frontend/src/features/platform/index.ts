/** The platform itself: rules, undelivered events, accounts. */
export { RetryDeadLetterDialog } from "./parts/retry-dead-letter";
export * from "./queries";
