/** The menus of the workspace of a company, in groups, with their shortcuts. */
import {
  IconAddressBook,
  IconBasket,
  IconBuilding,
  IconBuildingWarehouse,
  IconCash,
  IconCategory,
  IconChartBar,
  IconClipboardList,
  IconFileInvoice,
  IconHistory,
  IconHome,
  IconPackage,
  IconPackages,
  IconPlugConnected,
  IconReceipt2,
  IconReceiptTax,
  IconTransfer,
  IconUserCheck,
  IconUsers,
} from "@tabler/icons-react";
import { useMemo } from "react";
import { useMembership } from "@/api/permission";
import { useHome } from "@/features/company";
import { useT } from "@/i18n/provider";
import type { MenuGroup, MenuItem } from "@/ui/workspace/menu";
import { PLACES, type PlaceName, placesFor } from "./model/menu";
import { waitingSteps } from "./model/today";

const ICONS: Record<PlaceName, MenuItem["icon"]> = {
  today: IconHome,
  trades: IconTransfer,
  orders: IconClipboardList,
  listings: IconBasket,
  customers: IconAddressBook,
  items: IconPackage,
  categories: IconCategory,
  offers: IconPackages,
  purchaseOrders: IconFileInvoice,
  stock: IconBuildingWarehouse,
  revenue: IconChartBar,
  tax: IconReceiptTax,
  settlements: IconReceipt2,
  payouts: IconCash,
  members: IconUsers,
  proposals: IconUserCheck,
  audit: IconHistory,
  integrations: IconPlugConnected,
  settings: IconBuilding,
};

const GROUPS = ["work", "shop", "sales", "logistics", "finance", "company"] as const;

export function useMenu(): readonly MenuGroup[] {
  const t = useT("company").menu;
  const place = useMembership();
  const waiting = waitingSteps(useHome().data);
  return useMemo(() => {
    const names = placesFor(place?.permissions ?? [], place?.functions ?? []);
    return GROUPS.map((group) => ({
      label: t.groups[group],
      items: names
        .filter((name) => PLACES[name].group === group)
        .map((name) => ({
          label: t.places[name],
          to: PLACES[name].to,
          icon: ICONS[name],
          shortcut: PLACES[name].shortcut,
          exact: name === "today",
          ...(name === "trades" && { count: waiting }),
        })),
    })).filter(({ items }) => items.length > 0);
  }, [t, place, waiting]);
}
