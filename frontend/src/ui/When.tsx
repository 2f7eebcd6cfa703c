/** A moment in words ("3시간 전"), the exact one on hover and in the markup. */
import { Text, type TextProps } from "@mantine/core";
import { useEffect, useSyncExternalStore } from "react";
import { useLocale, useT } from "@/i18n/provider";
import { DEFAULT_ZONE, formatDate, formatExact, formatRelative, urgency } from "@/lib/dates";

/** One clock for the whole page: every relative time moves on together, once in half a minute. */
const clock = (() => {
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const listeners = new Set<() => void>();
  return {
    now: () => now,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      timer ??= setInterval(() => {
        now = Date.now();
        for (const each of listeners) each();
      }, 30_000);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
      };
    },
    catchUp: () => {
      now = Date.now();
    },
  };
})();

function useNow(): number {
  useEffect(() => clock.catchUp(), []);
  return useSyncExternalStore(clock.subscribe, clock.now);
}

interface WhenProps extends Omit<TextProps, "variant"> {
  at: string;
  /** Shows the day itself rather than how long ago it was. */
  exact?: boolean;
  zone?: string;
}

export function When({ at, exact = false, zone = DEFAULT_ZONE, ...text }: WhenProps) {
  const { locale } = useLocale();
  const now = useNow();
  const shown = exact ? formatDate(at, locale, zone) : formatRelative(at, locale, Math.max(now, Date.now()), zone);
  return (
    <Text component="time" dateTime={at} title={formatExact(at, locale, zone)} className="figures" inherit {...text}>
      {shown}
    </Text>
  );
}

/** A deadline, coloured by how pressing it is; the colour is never the only sign. */
export function Deadline({ at, zone = DEFAULT_ZONE }: { at: string; zone?: string }) {
  const t = useT("common");
  const now = useNow();
  const state = urgency(at, now);
  const tone = { past: "danger", soon: "caution", later: "neutral" }[state];
  return (
    <Text component="span" inherit style={{ color: state === "later" ? undefined : `var(--tone-${tone}-fg)` }}>
      {state === "past" ? `${t.queue.overdue} · ` : ""}
      <When at={at} zone={zone} fw={state === "later" ? 400 : 600} />
    </Text>
  );
}
