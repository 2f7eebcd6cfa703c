/** The console's first page and its queues. */
export * from "./queries";
