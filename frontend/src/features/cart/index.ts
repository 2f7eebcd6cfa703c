/** The cart of a shop. */
export { type Cart, groupBySupplier, orderable } from "./model";
export { CartLines } from "./parts/cart-lines";
export { useCart, useForgetCart, usePutLine } from "./queries";
export { cartHeaders } from "./token";
