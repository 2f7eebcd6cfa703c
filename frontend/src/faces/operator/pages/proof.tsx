/** The proof: the whole journal computed anew, with its verdict. */
import { Button, Text } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { ProofPaper, useProof } from "@/features/ledger";
import { useT } from "@/i18n/provider";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/states";
import { When } from "@/ui/When";

export function ProofPage() {
  const t = useT("operator").proof;
  const proof = useProof();
  return (
    <>
      <PageHeader
        title={t.title}
        intro={t.intro}
        actions={
          <Button
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={proof.isFetching}
            onClick={() => void proof.refetch()}
          >
            {t.again}
          </Button>
        }
      />
      <Text size="sm" c="dimmed" mb="sm" role="status">
        {proof.isFetching
          ? t.running
          : proof.dataUpdatedAt > 0 && (
              <>
                {t.at} <When at={new Date(proof.dataUpdatedAt).toISOString()} />
              </>
            )}
      </Text>
      <Loaded query={proof}>{(data) => <ProofPaper proof={data} />}</Loaded>
    </>
  );
}
