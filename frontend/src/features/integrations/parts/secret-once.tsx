/** A secret, the one time that it can be seen. */
import { Alert, Button, Code, CopyButton, Group, Modal, Stack } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useT } from "@/i18n/provider";

interface SecretOnceProps {
  title: string;
  /** Missing where the answer was a repeated one. */
  secret: string | undefined;
  note?: string;
  onClose: () => void;
}

export function SecretOnce({ title, secret, note, onClose }: SecretOnceProps) {
  const t = useT("company").integrations.secret;
  const common = useT("common");
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeOnClickOutside={false}
      closeOnEscape={secret === undefined}
      closeButtonProps={{ "aria-label": common.act.close }}
    >
      <Stack>
        {secret === undefined ? (
          <Alert color="caution">{t.missing}</Alert>
        ) : (
          <>
            <Alert color="caution">{t.once}</Alert>
            <Code block fz="sm" style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap" }} data-testid="secret">
              {secret}
            </Code>
            {note !== undefined && <span>{note}</span>}
          </>
        )}
        <Group justify="flex-end">
          {secret !== undefined && (
            <CopyButton value={secret}>
              {({ copied, copy }) => (
                <Button
                  variant="default"
                  onClick={copy}
                  leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
                >
                  {copied ? t.copied : t.copy}
                </Button>
              )}
            </CopyButton>
          )}
          <Button onClick={onClose} data-autofocus>
            {secret === undefined ? common.act.close : t.done}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
