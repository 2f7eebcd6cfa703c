import { Alert, Button, Container } from "@mantine/core";
import { IconExternalLink, IconShieldQuestion } from "@tabler/icons-react";
import { Outlet, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo } from "react";
import { useLive } from "@/api/live";
import type { Account } from "@/api/types";
import { type Company as Profile, useProfile, useStanding } from "@/features/company";
import { Gate, useSignOut, useSwitchCompany } from "@/features/identity";
import { useT } from "@/i18n/provider";
import { EmptyState, PendingState, ProblemState } from "@/ui/states";
import { CompanySwitch } from "@/ui/workspace/CompanySwitch";
import { Workspace } from "@/ui/workspace/Workspace";
import classes from "./layout.module.css";
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

/** What depends on a change beside the queries of its own name. */
const ALSO = {
  trade: ["home", "books", "payout", "order"],
  order: ["home"],
  payout: ["home"],
  stock: ["home", "catalog"],
  company: ["home", "supply", "catalog"],
} as const;

/** A company that is not verified can set everything up and look at it, but not sell. */
function StandingBanner({ profile }: { profile: Profile | undefined }) {
  const t = useT("company").banner;
  if (profile === undefined || profile.status === "verified") return null;
  const words = t[profile.status];
  return (
    <Alert
      className={classes.banner}
      color={profile.status === "pending" ? "caution" : "danger"}
      variant="light"
      icon={<IconShieldQuestion aria-hidden />}
      title={words.title}
    >
      {words.body} {profile.status_reason !== undefined && t.reason(profile.status_reason)}
      {profile.functions.includes("shop") && (
        <>
          {" "}
          <a href={`/shop/${profile.slug}`} target="_blank" rel="noreferrer" className={classes.preview}>
            {t.preview} <IconExternalLink size={14} aria-hidden />
          </a>
        </>
      )}
    </Alert>
  );
}

function Company({ account, company }: { account: Account; company: string }) {
  const t = useT("company");
  const live = useLive({ also: ALSO });
  const profile = useProfile();
  const menu = useMenu();
  const navigate = useNavigate();
  const { mutate: signOut } = useSignOut();
  const { mutate: choose } = useSwitchCompany();
  useStanding();
  const others = useMemo(() => account.companies.filter(({ id }) => id !== company), [account.companies, company]);
  /** What was open belongs to the company before; one begins at the first page. */
  const work = useCallback((id: string) => choose(id, { onSuccess: () => void navigate({ to: "/company" }) }), [choose, navigate]);
  const shop = profile.data?.functions.includes("shop") === true ? profile.data.slug : undefined;
  const commands = useMemo(
    () => [
      ...(shop === undefined ? [] : [{ id: "shop", label: t.commands.shop, run: () => void window.open(`/shop/${shop}`, "_blank", "noreferrer") }]),
      { id: "new-item", label: t.commands.newItem, run: () => void navigate({ to: "/company/items/new" }) },
      { id: "waiting", label: t.commands.waiting, run: () => void navigate({ to: "/company/trades", search: { tab: "mine" } }) },
      ...others.map(({ id, name }) => ({ id: `company-${id}`, label: t.commands.company(name), run: () => work(id) })),
    ],
    [shop, t, navigate, others, work],
  );
  return (
    <Workspace
      title={t.title}
      menu={menu}
      live={live}
      banner={<StandingBanner profile={profile.data} />}
      commands={commands}
      onSignOut={() => signOut(undefined)}
      top={<CompanySwitch companies={account.companies} current={company} onChoose={work} />}
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
