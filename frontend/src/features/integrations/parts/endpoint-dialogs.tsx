/** Switching an endpoint off, changing its secret, taking it away. */
import { Text } from "@mantine/core";
import { useRef, useState } from "react";
import { useT } from "@/i18n/provider";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { useNotify } from "@/ui/notify";
import { type Endpoint, useChangeEndpoint, useDeleteEndpoint, useRotateEndpoint } from "../queries";
import { OverlapSelect } from "./key-dialogs";
import { SecretOnce } from "./secret-once";

export function TurnOffDialog({ endpoint, onClose }: { endpoint: Endpoint; onClose: () => void }) {
  const t = useT("company").integrations.webhooks;
  const notify = useNotify();
  const change = useChangeEndpoint(endpoint, () => notify.done(t.turnedOff));
  return (
    <ConfirmAction opened onClose={onClose} title={t.turnOffTitle} confirmLabel={t.turnOff} input={{ enabled: false }} write={change}>
      <Text>{t.turnOffMeans}</Text>
    </ConfirmAction>
  );
}

export function RotateEndpointDialog({ endpoint, onClose }: { endpoint: Endpoint; onClose: () => void }) {
  const t = useT("company").integrations.webhooks;
  const [hours, setHours] = useState("24");
  const [made, setMade] = useState<Endpoint>();
  const answered = useRef(false);
  const rotate = useRotateEndpoint(endpoint.id, (made) => {
    answered.current = true;
    setMade(made);
  });
  if (made !== undefined) return <SecretOnce title={t.secretTitle} secret={made.secret} note={t.secretMeans} onClose={onClose} />;
  return (
    <ConfirmAction
      opened
      onClose={() => {
        // The answer brings the secret, which the dialog then shows.
        if (!answered.current) onClose();
      }}
      title={t.rotate}
      confirmLabel={t.rotate}
      input={Number(hours)}
      write={rotate}
    >
      <Text>{t.rotateMeans}</Text>
      <OverlapSelect value={hours} onChange={setHours} />
    </ConfirmAction>
  );
}

interface DeleteProps {
  endpoint: Endpoint;
  onClose: () => void;
  /** Where one goes when it is gone. */
  onDeleted: () => void;
}

export function DeleteEndpointDialog({ endpoint, onClose, onDeleted }: DeleteProps) {
  const t = useT("company").integrations.webhooks;
  const notify = useNotify();
  const remove = useDeleteEndpoint(() => {
    notify.done(t.removed);
    onDeleted();
  });
  return (
    <ConfirmAction opened danger onClose={onClose} title={t.removeTitle} confirmLabel={t.remove} input={endpoint.id} write={remove}>
      <Text fw={600} style={{ overflowWrap: "anywhere" }}>
        {endpoint.url}
      </Text>
      <Text>{t.removeMeans}</Text>
    </ConfirmAction>
  );
}
