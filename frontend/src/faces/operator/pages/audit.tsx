/** The whole audit log: who did what, for which company, from where; and that nothing in it was altered. */
import { type AuditEntry, AuditLog, AuditProofPaper, useOperatorAudit } from "@/features/audit";
import { useT } from "@/i18n/provider";
import { AnchorLink } from "@/ui/links";
import { type Column, useList } from "@/ui/list";

export function AuditPage() {
  const t = useT("audit");
  const list = useList({ limit: 50 });
  const entries = useOperatorAudit(list.query);
  const company: Column<AuditEntry> = {
    key: "company",
    head: t.company,
    cell: (row) =>
      row.company === undefined ? null : (
        <AnchorLink to="/operator/companies/$id" params={{ id: row.company.id }}>
          {row.company.name}
        </AnchorLink>
      ),
  };
  return (
    <AuditLog list={list} entries={entries} path="/api/v1/operator/audit-entries/entries.csv" more={[company]} cardsBelow="75em">
      <AuditProofPaper />
    </AuditLog>
  );
}
