/** A trade, the shared record: its money, lines, papers, findings and timeline for any face, and a company's own steps. */
export * from "./company";
export * from "./operator";
export { findingValue } from "./model/finding";
export { shareOf, shortfallOf, stands } from "./model/shares";
export { BulkSteps } from "./parts/bulk";
export { CompanyActions } from "./parts/company-actions";
export { DeliveryDocument, OrderedBesideDelivered } from "./parts/delivery-check";
export { DeliveryForm } from "./parts/delivery-form";
export { Findings } from "./parts/findings";
export { TradeLines } from "./parts/lines";
export { TradeMoney } from "./parts/money";
export { OperatorActions } from "./parts/operator-actions";
export { type BulkItem, OperatorBulk } from "./parts/operator-bulk";
export { ApproveDialog, IssueDialog } from "./parts/operator-dialogs";
export { DeliveryPaper, PurchaseOrderPaper, TradeClaims, TradeParties } from "./parts/papers";
export { TradePath } from "./parts/path";
export { TradeTimeline } from "./parts/timeline";
export type * from "./types";
