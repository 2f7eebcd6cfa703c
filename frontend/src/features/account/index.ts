/** The pages of a person's own account. */
export { MyOrders, OrderRows } from "./parts/my-orders";
export { Profile } from "./parts/profile";
export { Sessions } from "./parts/sessions";
export { useMyOrders } from "./queries";
