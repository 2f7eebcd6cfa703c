/** The audit log: entries with what was different, and the proof that nothing in them was altered. */
export { auditFilters, useAuditColumns } from "./parts/entries";
export { AuditProofPaper } from "./parts/proof-paper";
export { ChangeTable } from "./parts/change-table";
export * from "./queries";
