import { Button, Container } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { useMemo } from "react";
import { chooseCompany, useCompany } from "@/api/context";
import { useLive } from "@/api/live";
import type { Account } from "@/api/types";
import { Gate, useSignOut } from "@/features/identity";
import { useT } from "@/i18n/provider";
import { EmptyState } from "@/ui/states";
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

function Company({ account }: { account: Account }) {
  const t = useT("company");
  const queries = useQueryClient();
  const ids = useMemo(() => account.companies.map(({ id }) => id), [account.companies]);
  const company = useCompany(ids);
  const live = useLive();
  const menu = useMenu();
  const { mutate: signOut } = useSignOut();
  return (
    <Workspace
      title={t.title}
      menu={menu}
      live={live}
      onSignOut={() => signOut(undefined)}
      top={
        <CompanySwitch
          companies={account.companies}
          current={company}
          onChoose={(id) => {
            chooseCompany(id);
            // Nothing of one company may be seen while working for another.
            void queries.resetQueries();
          }}
        />
      }
    >
      <Outlet key={company} />
    </Workspace>
  );
}

export function CompanyLayout() {
  return (
    <Gate unless={(account) => (account.companies.length === 0 ? <NoCompany /> : undefined)}>
      {(account) => <Company account={account} />}
    </Gate>
  );
}
