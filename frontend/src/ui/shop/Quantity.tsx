/** How many: two buttons and a number, within what can be ordered. */
import { UnstyledButton } from "@mantine/core";
import { IconMinus, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useT } from "@/i18n/provider";
import classes from "./Quantity.module.css";

interface QuantityProps {
  /** What is counted, read out with the number. */
  label: string;
  value: number;
  min: number;
  max: number;
  disabled?: boolean;
  onChange: (value: number) => void;
}

export const within = (value: number, min: number, max: number): number => Math.max(min, Math.min(max, value));

export function Quantity({ label, value, min, max, disabled = false, onChange }: QuantityProps) {
  const t = useT("shop").quantity;
  // While it is typed the number may be empty or too large; it is put right on leaving the field.
  const [draft, setDraft] = useState<string>();
  const commit = () => {
    const typed = Number(draft);
    setDraft(undefined);
    if (draft !== undefined && draft !== "" && Number.isInteger(typed)) {
      const next = within(typed, min, max);
      if (next !== value) onChange(next);
    }
  };
  return (
    <div className={classes.box} role="group" aria-label={label}>
      <UnstyledButton
        className={classes.step}
        aria-label={t.less}
        disabled={disabled || value <= min}
        onClick={() => onChange(within(value - 1, min, max))}
      >
        <IconMinus size={18} stroke={1.6} aria-hidden />
      </UnstyledButton>
      <input
        className={classes.number}
        inputMode="numeric"
        aria-label={label}
        value={draft ?? String(value)}
        disabled={disabled}
        onChange={(event) => setDraft(event.currentTarget.value.replace(/\D/g, "").slice(0, 3))}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            commit();
          }
          if (event.key === "ArrowUp") onChange(within(value + 1, min, max));
          if (event.key === "ArrowDown") onChange(within(value - 1, min, max));
        }}
      />
      <UnstyledButton
        className={classes.step}
        aria-label={t.more}
        disabled={disabled || value >= max}
        onClick={() => onChange(within(value + 1, min, max))}
      >
        <IconPlus size={18} stroke={1.6} aria-hidden />
      </UnstyledButton>
    </div>
  );
}
