/** The pages of a person's own account. */
export { MyOrders, OrderRows } from "./parts/my-orders";
export { Profile } from "./parts/profile";
export { ChangeEmail, ChangePassword } from "./parts/security";
export { Sessions } from "./parts/sessions";
export { useMyOrders } from "./queries";
