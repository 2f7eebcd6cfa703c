/** A trade, the shared record: its money, lines, papers, findings and timeline for any face, and a company's own steps. */
export * from "./company";
export { findingValue } from "./model/finding";
export { shareOf, shortfallOf, stands } from "./model/shares";
export { BulkSteps } from "./parts/bulk";
export { CompanyActions } from "./parts/company-actions";
export { DeliveryForm } from "./parts/delivery-form";
export { Findings } from "./parts/findings";
export { TradeLines } from "./parts/lines";
export { TradeMoney } from "./parts/money";
export { DeliveryPaper, PurchaseOrderPaper, TradeClaims, TradeParties } from "./parts/papers";
export { TradePath } from "./parts/path";
export { TradeTimeline } from "./parts/timeline";
export type * from "./types";
