/** The audit log: entries with what was different, and the proof that nothing in them was altered. */
export { AuditLog } from "./parts/log";
export { AuditProofPaper } from "./parts/proof-paper";
export { ChangeTable } from "./parts/change-table";
export * from "./queries";
