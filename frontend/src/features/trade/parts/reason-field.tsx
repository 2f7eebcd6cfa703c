/** A reason that is kept with the trade. */
import { Textarea } from "@mantine/core";

interface ReasonFieldProps {
  label: string;
  hint: string;
  value: string;
  onChange: (value: string) => void;
}

export function ReasonField({ label, hint, value, onChange }: ReasonFieldProps) {
  return (
    <Textarea
      label={label}
      description={hint}
      required
      data-autofocus
      maxLength={500}
      autosize
      minRows={2}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
