/** Lets a face be seen only by those it is for. The server decides again with every call. */
import { Container } from "@mantine/core";
import type { ReactNode } from "react";
import { useSession } from "@/api/session";
import type { Account } from "@/api/types";
import { useT } from "@/i18n/provider";
import { PendingState } from "@/ui/states";
import { SignIn } from "./sign-in";

interface GateProps {
  /** Narrows who may pass; what it answers is shown to everyone else. */
  unless?: (account: Account) => ReactNode | undefined;
  children: (account: Account) => ReactNode;
}

export function Gate({ unless, children }: GateProps) {
  const t = useT("common").identity;
  const session = useSession();
  if (session.status === "starting") return <PendingState />;
  if (session.status === "anonymous") {
    return (
      <Container component="main" id="content" size="xs">
        <SignIn reason={t.signInRequired} />
      </Container>
    );
  }
  return unless?.(session.account) ?? children(session.account);
}
