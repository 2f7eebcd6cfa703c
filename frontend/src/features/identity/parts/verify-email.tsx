import { Anchor, Loader, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useT } from "@/i18n/provider";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { useVerifyEmail } from "../queries";
import { AccountCard } from "./card";

/** Opening the link confirms the address at once; the token is used a single time. */
export function VerifyEmail({ token }: { token: string | undefined }) {
  const t = useT("common").identity;
  const { mutate, isSuccess, error } = useVerifyEmail();
  const sent = useRef<string>(undefined);

  useEffect(() => {
    if (token === undefined || sent.current === token) return;
    sent.current = token;
    mutate(token);
  }, [token, mutate]);

  return (
    <AccountCard title={error === null && token !== undefined ? t.verifyTitle : t.verifyFailed}>
      {isSuccess && <Text role="status">{t.verified}</Text>}
      {token === undefined && <Text role="alert">{t.resetMissing}</Text>}
      <ProblemAlert problem={error} />
      {!isSuccess && error === null && token !== undefined && <Loader aria-label={t.verifying} />}
      {(isSuccess || error !== null || token === undefined) && <Anchor href="/sign-in">{t.signIn}</Anchor>}
    </AccountCard>
  );
}
