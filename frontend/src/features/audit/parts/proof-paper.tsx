/** Whether the log is as it was written. */
import { Alert, Button, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconShieldCheck } from "@tabler/icons-react";
import { toProblem } from "@/api/problem";
import { useT } from "@/i18n/provider";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { useAuditProof } from "../queries";

export function AuditProofPaper() {
  const t = useT("audit");
  const proof = useAuditProof();
  return (
    <div>
      <Button
        variant="default"
        size="xs"
        mb="sm"
        leftSection={<IconShieldCheck size={16} aria-hidden />}
        loading={proof.isFetching}
        onClick={() => void proof.refetch()}
      >
        {t.check}
      </Button>
      {proof.isFetching && (
        <Text size="sm" c="dimmed" role="status">
          {t.checking}
        </Text>
      )}
      {proof.error !== null && <ProblemAlert problem={toProblem(proof.error)} />}
      {proof.data !== undefined && !proof.isFetching && (
        <Alert
          mb="md"
          color={proof.data.holds ? "positive" : "danger"}
          icon={proof.data.holds ? <IconCircleCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
          title={proof.data.holds ? t.whole(proof.data.entries.toLocaleString()) : t.broken(proof.data.fault_count.toLocaleString())}
          role={proof.data.holds ? "status" : "alert"}
        >
          {proof.data.holds ? t.wholeBody : proof.data.faults.slice(0, 10).map(({ what, entry_id }) => <div key={`${entry_id}${what}`}>{`${what} ${entry_id ?? ""}`}</div>)}
        </Alert>
      )}
    </div>
  );
}
