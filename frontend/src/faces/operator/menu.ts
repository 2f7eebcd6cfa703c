/** The menus of the operator's console, in groups, with their shortcuts and how much waits behind them. */
import {
  IconArrowBackUp,
  IconArrowsExchange,
  IconBook2,
  IconBuildingBank,
  IconBuildingStore,
  IconCalculator,
  IconChecklist,
  IconCreditCard,
  IconFileSpreadsheet,
  IconHistory,
  IconHome,
  IconInbox,
  IconListDetails,
  IconMail,
  IconMailOff,
  IconPercentage,
  IconSettingsAutomation,
  IconUserCheck,
  IconUsers,
} from "@tabler/icons-react";
import { useMemo } from "react";
import { useSession } from "@/api/session";
import { type QueueCount, useOperatorHome } from "@/features/console";
import { useT } from "@/i18n/provider";
import type { MenuGroup, MenuItem } from "@/ui/workspace/menu";
import { GROUPS, type GroupName, type PlaceName, PLACES, placesOf } from "./model/places";

const ICONS: Readonly<Record<PlaceName, MenuItem["icon"]>> = {
  home: IconHome,
  queue: IconInbox,
  trades: IconListDetails,
  companies: IconBuildingStore,
  proof: IconChecklist,
  payments: IconCreditCard,
  refunds: IconArrowBackUp,
  settlements: IconCalculator,
  payouts: IconBuildingBank,
  batches: IconFileSpreadsheet,
  ledger: IconBook2,
  transfers: IconArrowsExchange,
  fees: IconPercentage,
  rules: IconSettingsAutomation,
  accounts: IconUsers,
  proposals: IconUserCheck,
  audit: IconHistory,
  mails: IconMail,
  deadLetters: IconMailOff,
};

/** Which queues stand behind a place. */
const QUEUES: Partial<Record<PlaceName, string>> = {
  companies: "company",
  payments: "payment",
  refunds: "refund",
  payouts: "payout",
  proposals: "proposal",
  deadLetters: "dead_letter",
};

function waiting(name: PlaceName, queues: readonly QueueCount[]): number | undefined {
  if (name === "queue") return queues.reduce((sum, { count }) => sum + count, 0);
  return queues.find(({ kind }) => kind === QUEUES[name])?.count;
}

export function useMenu(): readonly MenuGroup[] {
  const t = useT("operator").menu;
  const role = useSession().account?.operator_role;
  const queues = useOperatorHome().data?.queues;
  return useMemo(
    () =>
      (Object.keys(GROUPS) as GroupName[])
        .map((group) => ({
          label: t[group],
          items: placesOf(group, role).map((name) => {
            const { to, shortcut, exact } = PLACES[name];
            return { label: t[name], to, shortcut, icon: ICONS[name], exact: exact ?? false, count: waiting(name, queues ?? []) };
          }),
        }))
        .filter(({ items }) => items.length > 0),
    [t, role, queues],
  );
}
