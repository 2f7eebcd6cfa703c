/** At the top of the platform's own pages: the way in, or to what is one's own. */
import { Anchor, UnstyledButton } from "@mantine/core";
import { useSession } from "@/api/session";
import { useSignOut } from "@/features/identity/queries";
import { useT } from "@/i18n/provider";
import { AnchorLink, ButtonLink } from "@/ui/links";
import classes from "./platform-tools.module.css";

export function PlatformTools() {
  const t = useT("shop").landing;
  const common = useT("common");
  const session = useSession();
  const signOut = useSignOut();
  if (session.status === "starting") return null;
  if (session.status === "anonymous") {
    return (
      <ButtonLink to="/sign-in" variant="default">
        {common.identity.signIn}
      </ButtonLink>
    );
  }
  const { companies, operator_role } = session.account;
  return (
    <span className={classes.tools}>
      {companies.length > 0 && (
        <Anchor href="/company" size="sm" c="inherit">
          {t.workspace}
        </Anchor>
      )}
      {operator_role && (
        <Anchor href="/operator" size="sm" c="inherit">
          {t.console}
        </Anchor>
      )}
      <AnchorLink to="/my/orders" fz="sm" c="inherit">
        {common.shell.account}
      </AnchorLink>
      <UnstyledButton fz="sm" disabled={signOut.isPending} onClick={() => signOut.mutate(undefined)}>
        {common.shell.signOut}
      </UnstyledButton>
    </span>
  );
}
