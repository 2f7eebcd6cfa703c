/** The four states beside "here it is": waiting, nothing there, went wrong, not for you. */
import { Button, Center, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconAlertTriangle, IconInbox, IconLock, IconMapQuestion, IconPower } from "@tabler/icons-react";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Problem, toProblem } from "@/api/problem";
import { useProblemText, useT } from "@/i18n/provider";

interface StateProps {
  icon?: ReactNode;
  title: string;
  body?: ReactNode;
  action?: ReactNode;
  /** Where the state is the whole page, its title is the page's heading. */
  heading?: boolean;
  /** An error is announced; an empty list is not. */
  role?: "alert" | "status";
}

export function State({ icon, title, body, action, heading = false, role }: StateProps) {
  return (
    <Center py="xl" px="md" role={role}>
      <Stack align="center" gap="xs" maw={440} ta="center">
        {icon}
        {heading ? (
          <Title order={1} size="h2">
            {title}
          </Title>
        ) : (
          <Text fw={600} size="lg">
            {title}
          </Text>
        )}
        {body !== undefined && <Text c="dimmed">{body}</Text>}
        {action !== undefined && <Group mt="xs">{action}</Group>}
      </Stack>
    </Center>
  );
}

const iconProps = { size: 32, stroke: 1.5, "aria-hidden": true, color: "var(--mantine-color-dimmed)" } as const;

export function EmptyState({ title, body, action }: { title?: string; body?: ReactNode; action?: ReactNode }) {
  const t = useT("common");
  return <State icon={<IconInbox {...iconProps} />} title={title ?? t.state.emptyTitle} body={body} action={action} />;
}

export function ForbiddenState({ body }: { body?: ReactNode }) {
  const t = useT("common");
  return (
    <State
      role="status"
      icon={<IconLock {...iconProps} />}
      title={t.state.forbiddenTitle}
      body={body ?? t.state.forbiddenBody}
    />
  );
}

export function MissingState() {
  const t = useT("common");
  return (
    <State
      role="status"
      heading
      icon={<IconMapQuestion {...iconProps} />}
      title={t.state.missingTitle}
      body={t.state.missingBody}
      action={
        <Button component="a" href="/" variant="default">
          {t.state.home}
        </Button>
      }
    />
  );
}

/** Any problem of reading, each in its own way: forbidden, missing, or to be tried again. */
export function ProblemState({ problem, onRetry }: { problem: Problem; onRetry?: (() => void) | undefined }) {
  const t = useT("common");
  const say = useProblemText();
  if (problem.code === "auth.function_off") {
    return <State role="status" icon={<IconPower {...iconProps} />} title={t.state.functionOffTitle} body={t.state.functionOffBody} />;
  }
  if (problem.isForbidden) return <ForbiddenState />;
  if (problem.isMissing) return <MissingState />;
  return (
    <State
      role="alert"
      icon={<IconAlertTriangle {...iconProps} />}
      title={t.state.errorTitle}
      body={
        <>
          {say(problem)}
          {problem.traceId !== undefined && (
            <Text component="span" display="block" size="xs" mt={4}>
              {t.state.traceId(problem.traceId)}
            </Text>
          )}
        </>
      }
      action={
        onRetry !== undefined && (
          <Button variant="default" onClick={onRetry}>
            {t.act.retry}
          </Button>
        )
      }
    />
  );
}

/** The router's own error page: a fault on one page leaves the navigation standing. */
export function PageProblem({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <ProblemState
      problem={toProblem(error)}
      onRetry={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
}

export function PendingState({ lines = 6 }: { lines?: number }) {
  const t = useT("common");
  return (
    <Stack gap="sm" py="md" role="status" aria-label={t.state.loading} aria-busy>
      <Skeleton height={28} width="40%" />
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height={18} width={index % 3 === 2 ? "70%" : "100%"} />
      ))}
    </Stack>
  );
}

interface QueryLike<Data> {
  data: Data | undefined;
  error: Error | null;
  isPending: boolean;
  refetch: () => unknown;
}

/** Shows a query in whichever of its states it is. */
export function Loaded<Data>({
  query,
  pending,
  children,
}: {
  query: QueryLike<Data>;
  pending?: ReactNode;
  children: (data: Data) => ReactNode;
}) {
  // Data read before stays useful while a later reading fails.
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <ProblemState problem={toProblem(query.error)} onRetry={() => void query.refetch()} />;
  return pending ?? <PendingState />;
}

export function SectionTitle({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <Group justify="space-between" mb="sm" mt="lg" wrap="nowrap">
      <Title order={2} size="h3">
        {children}
      </Title>
      {action}
    </Group>
  );
}
