/** Stock: how much there is, how much is promised, and how it came to be so. */
export { StockDialog } from "./parts/stock-dialog";
export * from "./queries";
