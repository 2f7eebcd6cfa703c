/** Registering a company: for a person who is signed in and whose address is known to be theirs. */
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useSession } from "@/api/session";
import type { Schemas } from "@/api/types";
import { SignIn } from "@/features/identity";
import { RegistrationWizard, UnverifiedNotice } from "@/features/registration";
import { useT } from "@/i18n/provider";
import { usePageTitle } from "@/ui/PageHeader";
import { PendingState } from "@/ui/states";
import classes from "./start.module.css";

export function StartPage() {
  const t = useT("shop").register;
  usePageTitle(t.title);
  const session = useSession();
  const [company, setCompany] = useState<Schemas["Company"]>();
  if (company !== undefined) return <Registered company={company} />;
  if (session.status === "starting") return <PendingState />;
  if (session.status === "anonymous") return <SignIn reason={t.signInFirst} />;
  if (!session.account.email_verified) return <UnverifiedNotice email={session.account.email} />;
  return <RegistrationWizard key={session.account.id} account={session.account} onDone={setCompany} />;
}

/** What happens next, and what can be done meanwhile. */
function Registered({ company }: { company: Schemas["Company"] }) {
  const t = useT("shop").register;
  return (
    <Stack gap="lg" maw="38rem" mx="auto" py="xl" role="status">
      <div>
        <Title order={1}>{t.doneTitle(company.name)}</Title>
        <Text c="dimmed" mt="xs">
          {t.doneBody}
        </Text>
      </div>
      <ol className={classes.next}>
        {t.nextSteps.map((step) => (
          <li key={step.title}>
            <strong>{step.title}</strong>
            <span>{step.body}</span>
          </li>
        ))}
      </ol>
      <Group gap="xs">
        <Button component="a" href="/company" size="md">
          {t.toWorkspace}
        </Button>
        {company.functions.includes("shop") && (
          <Button component="a" href={`/shop/${company.slug}`} size="md" variant="default">
            {t.toPreview}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
