/** A buyer's order: where it stands, and what the buyer may do. */
export { inEscrow, type Order, paymentSituation, timeLeft } from "./model/progress";
export { OrderParts } from "./parts/order-parts";
export { Reservation } from "./parts/reservation";
export { useOrder } from "./queries";
export { keepOrder, keptOrders, orderToken } from "./tokens";
