import { Button, Container } from "@mantine/core";
import { Outlet } from "@tanstack/react-router";
import { useEffect } from "react";
import { useLive } from "@/api/live";
import type { Account } from "@/api/types";
import { Gate, useSignOut, useSwitchCompany } from "@/features/identity";
import { useT } from "@/i18n/provider";
import { EmptyState, PendingState, ProblemState } from "@/ui/states";
import { CompanySwitch } from "@/ui/workspace/CompanySwitch";
import { Workspace } from "@/ui/workspace/Workspace";
import { useMenu } from "./menu";

function NoCompany() {
  const t = useT("common").identity;
  return (
    <Container component="main" id="content">
      <EmptyState
        title={t.noCompany}
        action={
          <Button component="a" href="/start">
            {t.startCompany}
          </Button>
        }
      />
    </Container>
  );
}

/** A token may be for no company yet, where a person has several and none was ever chosen. */
function FirstCompany({ id }: { id: string }) {
  const { mutate, error } = useSwitchCompany();
  useEffect(() => mutate(id), [mutate, id]);
  if (error !== null) return <ProblemState problem={error} onRetry={() => mutate(id)} />;
  return <PendingState />;
}

function Company({ account, company }: { account: Account; company: string }) {
  const t = useT("company");
  const live = useLive();
  const menu = useMenu();
  const { mutate: signOut } = useSignOut();
  const { mutate: choose } = useSwitchCompany();
  return (
    <Workspace
      title={t.title}
      menu={menu}
      live={live}
      onSignOut={() => signOut(undefined)}
      top={<CompanySwitch companies={account.companies} current={company} onChoose={choose} />}
    >
      <Outlet key={company} />
    </Workspace>
  );
}

export function CompanyLayout() {
  return (
    <Gate unless={(account) => (account.companies.length === 0 ? <NoCompany /> : undefined)}>
      {(account) => {
        const current = account.companies.find(({ id }) => id === account.company_id);
        if (current !== undefined) return <Company account={account} company={current.id} />;
        return <FirstCompany id={account.companies[0]?.id ?? ""} />;
      }}
    </Gate>
  );
}
