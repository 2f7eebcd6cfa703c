/** The sandbox's stand-in for the page of a bank: the buyer says yes or no, and goes back to the order. */
import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { useAnswerChallenge, useChallenge } from "@/features/checkout";
import { useT } from "@/i18n/provider";
import { Money } from "@/ui/Money";
import { usePageTitle } from "@/ui/PageHeader";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { onThisHost } from "../parts/use-payment";

export function ChallengePage() {
  const t = useT("shop").challenge;
  const { ref } = useParams({ strict: false }) as { ref: string };
  usePageTitle(t.title);
  const asked = useChallenge(ref).data;
  const answer = useAnswerChallenge();
  const say = (outcome: "approve" | "refuse") =>
    answer.mutate(
      { ref, outcome },
      {
        onSuccess: ({ return_url }) => {
          const back = onThisHost(return_url);
          if (back !== undefined) location.assign(back);
        },
      },
    );
  return (
    <Stack align="center" py="xl">
      <Paper withBorder p="xl" maw="28rem" w="100%">
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t.sandbox}
          </Text>
          <Title order={1}>{t.title}</Title>
          {asked !== undefined && <Money value={asked.amount} fz="xl" fw={700} />}
          <Text>{asked !== undefined && asked.state !== "challenge" ? t.over : t.body}</Text>
          <ProblemAlert problem={answer.error} />
          <Group grow>
            <Button size="md" variant="default" disabled={answer.isPending || answer.isSuccess} onClick={() => say("refuse")}>
              {t.refuse}
            </Button>
            <Button size="md" loading={answer.isPending || answer.isSuccess} onClick={() => say("approve")}>
              {t.approve}
            </Button>
          </Group>
        </Stack>
      </Paper>
    </Stack>
  );
}
