import { Container } from "@mantine/core";
import { Outlet } from "@tanstack/react-router";
import { useLive } from "@/api/live";
import { Gate, useSignOut } from "@/features/identity";
import { useT } from "@/i18n/provider";
import { ForbiddenState } from "@/ui/states";
import { Workspace } from "@/ui/workspace/Workspace";
import { useMenu } from "./menu";

function NotForYou() {
  const t = useT("common").identity;
  return (
    <Container component="main" id="content">
      <ForbiddenState body={t.operatorOnly} />
    </Container>
  );
}

function Console() {
  const t = useT("operator");
  const live = useLive();
  const menu = useMenu();
  const { mutate: signOut } = useSignOut();
  return (
    <Workspace title={t.title} menu={menu} live={live} onSignOut={() => signOut(undefined)}>
      <Outlet />
    </Workspace>
  );
}

export function OperatorLayout() {
  return <Gate unless={(account) => (typeof account.operator_role === "string" ? undefined : <NotForYou />)}>{() => <Console />}</Gate>;
}
