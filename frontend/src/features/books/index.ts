/** The company's own books. */
export * from "./queries";
