/** Orders and customers of the own shop. */
export { OrderBadge } from "./parts/order-badge";
export * from "./queries";
