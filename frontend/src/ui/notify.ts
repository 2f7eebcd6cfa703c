/** Short notes at the edge of the screen: what was done, or why it was not. */
import type { NotificationData } from "@mantine/notifications";
import { useMemo } from "react";
import type { Problem } from "@/api/problem";
import { useProblemText, useT } from "@/i18n/provider";

const show = (note: NotificationData) => void import("./notices").then((notices) => notices.show(note));

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
