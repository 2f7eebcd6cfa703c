/** Says above the payout account that another one waits for approval, or nothing. */
import { Alert, Text } from "@mantine/core";
import { useT } from "@/i18n/provider";
import { AnchorLink } from "@/ui/links";
import { Deadline } from "@/ui/When";
import { useProposals } from "../queries";

export function WaitingAccount() {
  const t = useT("approval");
  const waiting = useProposals("company", { state: "pending", limit: 1 });
  const proposal = waiting.data?.items[0];
  if (proposal === undefined) return null;
  return (
    <Alert color="caution" variant="light" title={t.waiting} mb="md" role="status">
      <Text size="sm" component="div">
        {proposal.proposed_by.name} · {t.deciders[proposal.decider]} · {t.until} <Deadline at={proposal.expires_at} />
      </Text>
      <AnchorLink to="/company/proposals" underline="always">
        {t.toProposals}
      </AnchorLink>
    </Alert>
  );
}
