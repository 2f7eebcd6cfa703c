/** The audit log of the company: who changed what, with what before and after. */
import { AuditLog, useCompanyAudit } from "@/features/audit";
import { useList } from "@/ui/list";

export function AuditPage() {
  const list = useList();
  const entries = useCompanyAudit(list.query);
  return <AuditLog list={list} entries={entries} path="/api/v1/company/audit-entries/entries.csv" cardsBelow="62em" />;
}
