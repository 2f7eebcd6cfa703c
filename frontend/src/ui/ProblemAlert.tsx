/** Why a form or an action was refused, beside the thing that was tried. */
import { Alert, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { Problem } from "@/api/problem";
import { useProblemText, useT } from "@/i18n/provider";

export function ProblemAlert({ problem }: { problem: Problem | null | undefined }) {
  return problem === null || problem === undefined ? null : <Said problem={problem} />;
}

function Said({ problem }: { problem: Problem }) {
  const t = useT("common");
  const say = useProblemText();
  return (
    <Alert color="danger" variant="light" icon={<IconAlertTriangle aria-hidden />} role="alert">
      <Text size="sm">{say(problem)}</Text>
      {problem.traceId !== undefined && problem.status >= 500 && (
        <Text size="xs" c="dimmed">
          {t.state.traceId(problem.traceId)}
        </Text>
      )}
    </Alert>
  );
}
