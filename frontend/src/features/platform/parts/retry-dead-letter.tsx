/** Sends an event again that could not be delivered. */
import { Text } from "@mantine/core";
import { useT } from "@/i18n/provider";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { useNotify } from "@/ui/notify";
import { useRetryDeadLetter } from "../queries";

export function RetryDeadLetterDialog({ letter, onClose }: { letter: { id: string; name: string }; onClose: () => void }) {
  const t = useT("operator").deadLetters;
  const notify = useNotify();
  const write = useRetryDeadLetter(() => notify.done(t.retried));
  return (
    <ConfirmAction opened onClose={onClose} title={t.retryTitle} confirmLabel={t.retry} input={letter.id} write={write}>
      <Text fw={600}>{letter.name}</Text>
      <Text>{t.retryMeans}</Text>
    </ConfirmAction>
  );
}
