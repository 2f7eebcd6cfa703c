/** From which day to which day: kept in the address as `from` and `to`, with the periods that one asks for most. */
import { Button, Group, TextInput } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useT } from "@/i18n/provider";
import { businessDay } from "@/lib/dates";
import { PERIODS, type Period, periodOf } from "@/lib/periods";

interface PeriodFilterProps {
  /** What is read while the address names no period; without it, everything is. */
  fallback?: Period;
}

export function PeriodFilter({ fallback }: PeriodFilterProps) {
  const t = useT("common").period;
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const text = (name: keyof Period) => (typeof search[name] === "string" ? (search[name] as string) : (fallback?.[name] ?? ""));
  const [from, to] = [text("from"), text("to")];

  const set = (period: Partial<Period>) =>
    void navigate({
      to: ".",
      search: (previous: Record<string, unknown>) => ({
        ...previous,
        cursor: undefined,
        back: undefined,
        from: (period.from ?? from) || undefined,
        to: (period.to ?? to) || undefined,
      }),
      replace: true,
      resetScroll: false,
    });

  return (
    <Group gap="xs" mb="sm" role="group" aria-label={t.label}>
      <TextInput type="date" aria-label={t.from} value={from} max={to} onChange={(event) => set({ from: event.currentTarget.value })} />
      <span aria-hidden>–</span>
      <TextInput type="date" aria-label={t.to} value={to} min={from} onChange={(event) => set({ to: event.currentTarget.value })} />
      {PERIODS.map((name) => {
        const period = periodOf(name, businessDay(Date.now()));
        const chosen = period.from === from && period.to === to;
        return (
          <Button key={name} size="xs" variant={chosen ? "light" : "subtle"} aria-pressed={chosen} onClick={() => set(period)}>
            {t[name]}
          </Button>
        );
      })}
    </Group>
  );
}
