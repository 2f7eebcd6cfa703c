/** A confirmation that needs a reason: refused, stopped, sent back. The reason is kept with what it was given for. */
import { Text, Textarea } from "@mantine/core";
import { useState } from "react";
import type { Problem } from "@/api/problem";
import { ConfirmAction } from "./ConfirmAction";

interface ReasonActionProps<Input> {
  onClose: () => void;
  title: string;
  money?: string | undefined;
  /** What happens beside the money. */
  body: string;
  label: string;
  hint: string;
  confirmLabel: string;
  danger?: boolean;
  toInput: (reason: string) => Input;
  write: {
    mutate: (input: Input, options?: { onSuccess?: () => void }) => void;
    isPending: boolean;
    error: Problem | null;
  };
}

/** Mounted when it is asked, so that it begins without a reason each time. */
export function ReasonAction<Input>({ body, label, hint, toInput, ...rest }: ReasonActionProps<Input>) {
  const [reason, setReason] = useState("");
  return (
    <ConfirmAction opened {...rest} ready={reason.trim() !== ""} input={toInput(reason.trim())}>
      <Text>{body}</Text>
      <Textarea
        label={label}
        description={hint}
        required
        data-autofocus
        maxLength={500}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmAction>
  );
}
