/** The proof as a paper: its verdict first, then where the money is, then what does not agree. */
import { Alert, Code, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useT } from "@/i18n/provider";
import { Facts } from "@/ui/Facts";
import { PlainList } from "@/ui/list";
import { Money, useMoneyText } from "@/ui/Money";
import { Panel } from "@/ui/Panel";
import { placesSum, unaccounted } from "../model/balance";
import type { Proof } from "../queries";

export function ProofPaper({ proof }: { proof: Proof }) {
  const t = useT("operator").proof;
  const first = proof.faults[0];
  return (
    <Stack gap="md">
      {first === undefined ? (
        <Alert color="positive" icon={<IconCircleCheck aria-hidden />} title={t.green} role="status">
          {t.greenBody(proof.transfers, proof.trades)}
        </Alert>
      ) : (
        <Alert color="danger" icon={<IconAlertTriangle aria-hidden />} title={t.red(proof.faults.length)} role="alert">
          <Text size="sm" fw={600}>
            {t.first}: {first.what}
          </Text>
          {first.transfer_id !== undefined && <Text size="sm">{`${t.transfer} ${first.transfer_id}`}</Text>}
        </Alert>
      )}
      <Panel title={t.line}>
        <Code block tabIndex={0} aria-label={t.line} style={{ whiteSpace: "pre-wrap" }}>
          {proof.line}
        </Code>
      </Panel>
      <TotalsPaper title={t.totals} totals={proof.totals} />
      {(proof.other_totals ?? []).map((totals) => (
        <TotalsPaper key={totals.captured.currency} title={t.other(totals.captured.currency)} totals={totals} />
      ))}
      {proof.faults.length > 0 && (
        <Panel title={t.faults} tone="danger">
          <PlainList
            label={t.faults}
            rows={proof.faults.map((fault, index) => ({ ...fault, index }))}
            rowKey={({ index }) => String(index)}
            columns={[
              { key: "what", head: t.what, card: "title", cell: ({ what }) => what },
              { key: "transfer", head: t.transfer, cell: ({ transfer_id }) => <Code>{transfer_id ?? t.whole}</Code> },
            ]}
          />
        </Panel>
      )}
    </Stack>
  );
}

function TotalsPaper({ title, totals }: { title: string; totals: Proof["totals"] }) {
  const t = useT("operator").proof;
  const say = useMoneyText();
  const left = unaccounted(totals);
  return (
    <Panel title={title}>
      <Facts
        align="end"
        facts={[
          { label: t.captured, value: <Money value={totals.captured} fw={700} /> },
          { label: t.escrow, value: <Money value={totals.escrow} /> },
          { label: t.payable, value: <Money value={totals.payable} /> },
          { label: t.paidOut, value: <Money value={totals.paid_out} /> },
          { label: t.fees, value: <Money value={totals.fees} /> },
          { label: t.vat, value: <Money value={totals.vat} /> },
          { label: t.refunded, value: <Money value={totals.refunded} /> },
          { label: t.sum, value: <Money value={placesSum(totals)} />, total: true },
        ]}
      />
      <Text size="sm" mt="sm" fw={600} c={left.minor === 0 ? "var(--tone-positive-fg)" : "var(--tone-danger-fg)"}>
        {left.minor === 0 ? t.equal : t.unequal(say(left))}
      </Text>
    </Panel>
  );
}
