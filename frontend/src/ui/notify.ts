/** Short notes at the edge of the screen: what was done, or why it was not. */
import type { NotificationData } from "@mantine/notifications";
import { useMemo, useSyncExternalStore } from "react";
import type { Problem } from "@/api/problem";
import { useProblemText, useT } from "@/i18n/provider";

let asked = false;
const listeners = new Set<() => void>();

function show(note: NotificationData): void {
  asked = true;
  for (const listener of listeners) listener();
  void import("./notices").then((notices) => notices.show(note));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether there has been anything to tell; until then the place of the notes need not be loaded. */
export const useNotesAsked = (): boolean => useSyncExternalStore(subscribe, () => asked);

export function useNotify() {
  const t = useT("common");
  const say = useProblemText();
  return useMemo(() => {
    const looks = { withBorder: true, closeButtonProps: { "aria-label": t.act.close } };
    return {
      done: (message: string) => show({ message, color: "positive", ...looks }),
      problem: (problem: Problem) =>
        show({
          message: problem.traceId === undefined ? say(problem) : `${say(problem)} (${t.state.traceId(problem.traceId)})`,
          color: "danger",
          autoClose: 8000,
          ...looks,
        }),
    };
  }, [t, say]);
}
