/** Makes a bank-transfer file of payouts that wait, and hands it over. */
import { Button, Code, Group, Modal, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { download } from "@/api/download";
import { toProblem } from "@/api/problem";
import { useT } from "@/i18n/provider";
import { sumMoney } from "@/lib/money";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { ButtonLink } from "@/ui/links";
import { useMoneyText } from "@/ui/Money";
import { useNotify } from "@/ui/notify";
import { type Batch, batchFilePath, type Payout, useMakeBatch } from "../queries";

interface BatchDialogProps {
  /** Those that were ticked; left out, every payout that waits. */
  payouts: readonly Payout[] | undefined;
  onClose: () => void;
}

export function BatchDialog({ payouts, onClose }: BatchDialogProps) {
  const t = useT("operator").payouts;
  const say = useMoneyText();
  const [made, setMade] = useState<Batch>();
  const write = useMakeBatch(setMade);
  if (made !== undefined) return <Made batch={made} onClose={onClose} />;
  const amounts = (payouts ?? []).map(({ amount }) => amount);
  return (
    <ConfirmAction
      opened
      onClose={onClose}
      title={t.batchTitle}
      money={payouts === undefined ? t.batchMoneyAll : t.batchMoney(payouts.length, say(sumMoney(amounts, amounts[0]?.currency ?? "KRW")))}
      confirmLabel={t.batchMake}
      input={payouts?.map(({ id }) => id)}
      // Once the file is made it is shown here, instead of closing.
      write={{ ...write, mutate: (input) => write.mutate(input) }}
    >
      <Text>{t.batchMeans}</Text>
    </ConfirmAction>
  );
}

function Made({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const t = useT("operator");
  const common = useT("common");
  const say = useMoneyText();
  const notify = useNotify();
  const save = () =>
    void download(batchFilePath(batch.id), `${batch.number}.csv`).catch((error: unknown) => notify.problem(toProblem(error)));
  return (
    <Modal opened onClose={onClose} title={t.payouts.batchMade(batch.number)} closeButtonProps={{ "aria-label": common.act.close }}>
      <Stack>
        <Text fw={600} role="status">
          {t.payouts.batchMadeBody(batch.count, say(batch.total))}
        </Text>
        <Text size="sm">{t.payouts.batchMeans}</Text>
        <div>
          <Text size="xs" c="dimmed">
            {t.batches.hash}
          </Text>
          <Code style={{ overflowWrap: "anywhere", wordBreak: "break-all" }}>{batch.file_sha256}</Code>
        </div>
        <Group justify="flex-end" gap="xs">
          <ButtonLink to="/operator/payout-batches" variant="default">
            {t.payouts.toBatches}
          </ButtonLink>
          <Button leftSection={<IconDownload size={16} aria-hidden />} onClick={save} data-autofocus>
            {t.batches.download}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
