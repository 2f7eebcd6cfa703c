/**
 * Asks before something that matters, and says in words what happens to the money.
 *
 *     <ConfirmAction opened={asking} onClose={close} title={t.confirmPurchase}
 *       money={common.money.release(say(trade.amount))} confirmLabel={t.confirmPurchase} write={confirm} input={trade.id} />
 */
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { Problem } from "@/api/problem";
import { useT } from "@/i18n/provider";
import classes from "./ConfirmAction.module.css";
import { ProblemAlert } from "./ProblemAlert";

interface ConfirmActionProps<Input> {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** "22,000원을 에스크로에서 지급합니다." Left out when no money is concerned. */
  money?: string | undefined;
  /** What else one should know, or fields such as a reason. */
  children?: ReactNode;
  confirmLabel: string;
  danger?: boolean;
  /** False while a field in the dialog is not yet filled. */
  ready?: boolean;
  input: Input;
  write: {
    mutate: (input: Input, options?: { onSuccess?: () => void }) => void;
    isPending: boolean;
    error: Problem | null;
  };
}

export function ConfirmAction<Input>(props: ConfirmActionProps<Input>) {
  const { opened, onClose, title, money, children, confirmLabel, danger = false, ready = true, input, write } = props;
  const t = useT("common");
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      closeOnClickOutside={!write.isPending}
      closeButtonProps={{ "aria-label": t.act.close }}
    >
      <Stack>
        {money !== undefined && (
          <Text className={classes.money} fw={600}>
            {money}
          </Text>
        )}
        {children}
        <ProblemAlert problem={write.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} disabled={write.isPending}>
            {t.act.cancel}
          </Button>
          <Button
            color={danger ? "danger" : "brand"}
            loading={write.isPending}
            disabled={!ready}
            onClick={() => write.mutate(input, { onSuccess: onClose })}
          >
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
