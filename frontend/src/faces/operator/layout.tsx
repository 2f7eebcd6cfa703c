import { Container, Text } from "@mantine/core";
import { Outlet } from "@tanstack/react-router";
import { useLive } from "@/api/live";
import { useSession } from "@/api/session";
import { Gate, useSignOut } from "@/features/identity";
import { useT } from "@/i18n/provider";
import { ForbiddenState } from "@/ui/states";
import { Workspace } from "@/ui/workspace/Workspace";
import { useMenu } from "./menu";

/** What depends on a change beside the queries of its own name. */
const ALSO = {
  trade: ["home", "queue", "payment", "payout", "ledger"],
  payment: ["home", "queue", "ledger"],
  payout: ["home", "queue", "ledger"],
  mail: ["home"],
  company: ["home", "queue"],
} as const;

function NotForYou() {
  const t = useT("common").identity;
  return (
    <Container component="main" id="content">
      <ForbiddenState body={t.operatorOnly} />
    </Container>
  );
}

/** In which role one works here, because it decides what one may do. */
function MyRole() {
  const roles: Partial<Record<string, string>> = useT("operator").role;
  const account = useSession().account;
  const role = account?.operator_role ?? "";
  return (
    <>
      <Text size="sm" fw={600} truncate>
        {account?.name}
      </Text>
      <Text size="xs" c="dimmed">
        {roles[role] ?? role}
      </Text>
    </>
  );
}

function Console() {
  const t = useT("operator");
  const live = useLive({ operator: true, also: ALSO });
  const menu = useMenu();
  const { mutate: signOut } = useSignOut();
  return (
    <Workspace title={t.title} menu={menu} live={live} top={<MyRole />} onSignOut={() => signOut(undefined)}>
      <Outlet />
    </Workspace>
  );
}

export function OperatorLayout() {
  return <Gate unless={(account) => (typeof account.operator_role === "string" ? undefined : <NotForYou />)}>{() => <Console />}</Gate>;
}
