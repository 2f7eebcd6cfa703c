/** What was proposed and waits for another person. */
import { Proposals } from "@/features/approval";
import { ChangeTable } from "@/features/audit";
import { useT } from "@/i18n/provider";
import { PageHeader } from "@/ui/PageHeader";

export function ProposalsPage() {
  const t = useT("approval");
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <Proposals face="company" changes={(proposal, label) => <ChangeTable label={label} changes={proposal.changes} />} />
    </>
  );
}
