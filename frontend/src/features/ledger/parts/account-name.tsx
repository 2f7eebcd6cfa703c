/** An account of the ledger in words, with whose it is; its code stands below for those who need it exactly. */
import { Text } from "@mantine/core";
import { useT } from "@/i18n/provider";
import { AnchorLink } from "@/ui/links";
import { accountOwner } from "../model/account";

interface AccountNameProps {
  code: string;
  /** Leads to the journal rows of the account. */
  linked?: boolean;
}

export function AccountName({ code, linked = true }: AccountNameProps) {
  const kinds: Partial<Record<string, string>> = useT("operator").ledger.kinds;
  const { kind, owner } = accountOwner(code);
  const name = kinds[kind] ?? kind;
  return (
    <>
      {linked ? (
        <AnchorLink to="/operator/ledger/transfers" search={{ account: code }} fw={600}>
          {name}
        </AnchorLink>
      ) : (
        <Text component="span" inherit fw={600}>
          {name}
        </Text>
      )}
      {owner !== undefined && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere", wordBreak: "break-all" }}>
          {owner}
        </Text>
      )}
    </>
  );
}
