/** The places of the console by group, and which role's people have use of them. */
import { operatorAllows, type OperatorPermission } from "@/lib/operator-roles";

export type PlaceName =
  | "home"
  | "queue"
  | "trades"
  | "companies"
  | "proof"
  | "payments"
  | "refunds"
  | "settlements"
  | "payouts"
  | "batches"
  | "ledger"
  | "transfers"
  | "fees"
  | "rules"
  | "accounts"
  | "proposals"
  | "audit"
  | "mails"
  | "deadLetters";

export type GroupName = "groupWork" | "groupVerification" | "groupMoney" | "groupSales" | "groupCustomers" | "groupInternal";

interface Place {
  to: string;
  shortcut: string;
  /** Left out: every person of the operator may look. */
  needs?: OperatorPermission;
  exact?: boolean;
}

export const GROUPS: Readonly<Record<GroupName, readonly PlaceName[]>> = {
  groupWork: ["home", "queue", "proposals"],
  groupVerification: ["trades", "companies", "proof"],
  groupMoney: ["payments", "refunds", "settlements", "payouts", "batches", "ledger", "transfers"],
  groupSales: ["fees", "rules"],
  groupCustomers: ["accounts"],
  groupInternal: ["audit", "mails", "deadLetters"],
};

export const PLACES: Readonly<Record<PlaceName, Place>> = {
  home: { to: "/operator", shortcut: "g h", exact: true },
  queue: { to: "/operator/queue", shortcut: "g q" },
  proposals: { to: "/operator/proposals", shortcut: "g w" },
  trades: { to: "/operator/trades", shortcut: "g t" },
  companies: { to: "/operator/companies", shortcut: "g c" },
  proof: { to: "/operator/ledger/proof", shortcut: "g v" },
  payments: { to: "/operator/payments", shortcut: "g p" },
  refunds: { to: "/operator/refunds", shortcut: "g r" },
  settlements: { to: "/operator/settlements", shortcut: "g s" },
  payouts: { to: "/operator/payouts", shortcut: "g o" },
  batches: { to: "/operator/payout-batches", shortcut: "g b" },
  ledger: { to: "/operator/ledger", shortcut: "g l", exact: true },
  transfers: { to: "/operator/ledger/transfers", shortcut: "g j" },
  fees: { to: "/operator/fee-rules", shortcut: "g f" },
  rules: { to: "/operator/rules", shortcut: "g u" },
  accounts: { to: "/operator/accounts", shortcut: "g a" },
  audit: { to: "/operator/audit", shortcut: "g i", needs: "audit_view_all" },
  mails: { to: "/operator/mails", shortcut: "g m", needs: "platform_manage" },
  deadLetters: { to: "/operator/dead-letters", shortcut: "g d", needs: "platform_manage" },
};

export function placesOf(group: GroupName, role: string | undefined): PlaceName[] {
  return GROUPS[group].filter((name) => {
    const { needs } = PLACES[name];
    return needs === undefined || operatorAllows(role, needs);
  });
}
