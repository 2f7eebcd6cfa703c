/** Codes of ledger accounts: `kind:owner:CURRENCY`, the owner left out where there is one account for all. */

export interface AccountCode {
  kind: string;
  /** The trade of an escrow account, the company of a payable one. */
  owner: string | undefined;
  currency: string;
}

export function accountOwner(code: string): AccountCode {
  const parts = code.split(":");
  const kind = parts[0] ?? code;
  const currency = parts.at(-1) ?? "";
  return { kind, owner: parts.length > 2 ? parts.slice(1, -1).join(":") : undefined, currency };
}
