/** Leaving: what has to be finished first, what happens, and taking it back. */
import { Alert, Button, List, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useT } from "@/i18n/provider";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { Money } from "@/ui/Money";
import { useNotify } from "@/ui/notify";
import { Panel } from "@/ui/Panel";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { Loaded } from "@/ui/states";
import { When } from "@/ui/When";
import { type Closure, useAskClosure, useClosure, useTakeBackClosure } from "../life";

export function ClosurePanel({ slug }: { slug: string }) {
  const t = useT("company").settings.closure;
  return (
    <Panel title={t.title} tone="danger">
      <Loaded query={useClosure()}>
        {(closure) => (closure.due_at === undefined ? <Ask closure={closure} slug={slug} /> : <Asked closure={closure} due={closure.due_at} />)}
      </Loaded>
    </Panel>
  );
}

function Hindrances({ closure }: { closure: Closure }) {
  const t = useT("company").settings.closure;
  if (closure.hindrances.length === 0) return null;
  return (
    <Alert color="caution" variant="light" title={t.first}>
      <List size="sm">
        {closure.hindrances.map(({ what, count, amount }) => (
          <List.Item key={what}>
            {t.hindrances[what]}
            {count !== undefined && ` · ${t.count(count)}`}
            {amount !== undefined && (
              <>
                {" · "}
                <Money value={amount} />
              </>
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Ask({ closure, slug }: { closure: Closure; slug: string }) {
  const t = useT("company").settings.closure;
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState("");
  const ask = useAskClosure(() => notify.done(t.askedNow));
  return (
    <Stack gap="sm" align="flex-start">
      <Text>{t.intro(closure.days)}</Text>
      <Text>{t.kept}</Text>
      <Hindrances closure={closure} />
      <Button color="danger" variant="light" disabled={closure.hindrances.length > 0} onClick={() => setAsking(true)}>
        {t.ask}
      </Button>
      <ConfirmAction
        opened={asking}
        onClose={() => setAsking(false)}
        danger
        title={t.askTitle}
        confirmLabel={t.ask}
        ready={typed.trim() === slug}
        input={typed.trim()}
        write={ask}
      >
        <Text>{t.intro(closure.days)}</Text>
        <TextInput label={t.type(slug)} autoComplete="off" autoCapitalize="none" data-autofocus value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      </ConfirmAction>
    </Stack>
  );
}

function Asked({ closure, due }: { closure: Closure; due: string }) {
  const t = useT("company").settings.closure;
  const notify = useNotify();
  const back = useTakeBackClosure(() => notify.done(t.takenBack));
  return (
    <Stack gap="sm" align="flex-start">
      <Alert color="danger" variant="light" title={t.askedTitle} w="100%">
        {t.askedBody} <When at={due} exact />
      </Alert>
      <Hindrances closure={closure} />
      <ProblemAlert problem={back.error} />
      <Button variant="default" loading={back.isPending} onClick={() => back.mutate(undefined)}>
        {t.takeBack}
      </Button>
    </Stack>
  );
}
