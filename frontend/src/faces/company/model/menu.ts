/** Which places of the workspace a member goes to: by the permissions of the role and the functions that the company uses. */
import type { Permission } from "@/lib/roles";
import type { CompanyFunction } from "@/features/company";

export type PlaceName =
  | "today"
  | "trades"
  | "orders"
  | "listings"
  | "customers"
  | "items"
  | "categories"
  | "offers"
  | "purchaseOrders"
  | "stock"
  | "revenue"
  | "tax"
  | "settlements"
  | "payouts"
  | "members"
  | "proposals"
  | "audit"
  | "integrations"
  | "settings";

interface Place {
  to: string;
  shortcut: string;
  group: "work" | "shop" | "sales" | "logistics" | "finance" | "company";
  /** Left out: every member may. */
  needs?: Permission;
  /** Any of these functions; left out: whatever the company uses. */
  functions?: readonly CompanyFunction[];
}

export const PLACES: Readonly<Record<PlaceName, Place>> = {
  today: { to: "/company", shortcut: "g h", group: "work" },
  trades: { to: "/company/trades", shortcut: "g t", group: "work" },
  orders: { to: "/company/orders", shortcut: "g o", group: "shop", functions: ["shop"] },
  listings: { to: "/company/listings", shortcut: "g l", group: "shop", functions: ["shop"] },
  customers: { to: "/company/customers", shortcut: "g c", group: "shop", needs: "orders_manage", functions: ["shop"] },
  items: { to: "/company/items", shortcut: "g i", group: "sales" },
  categories: { to: "/company/categories", shortcut: "g k", group: "sales" },
  offers: { to: "/company/supply-offers", shortcut: "g f", group: "sales", functions: ["resale"] },
  purchaseOrders: { to: "/company/purchase-orders", shortcut: "g p", group: "sales", functions: ["sales", "supply", "resale"] },
  revenue: { to: "/company/revenue", shortcut: "g r", group: "sales", needs: "books_view", functions: ["sales"] },
  tax: { to: "/company/tax", shortcut: "g v", group: "sales", needs: "books_view", functions: ["sales"] },
  stock: { to: "/company/stock", shortcut: "g s", group: "logistics" },
  settlements: { to: "/company/settlements", shortcut: "g m", group: "finance", needs: "books_view" },
  payouts: { to: "/company/payouts", shortcut: "g y", group: "finance", needs: "books_view" },
  proposals: { to: "/company/proposals", shortcut: "g a", group: "finance", needs: "payout_account_manage" },
  members: { to: "/company/members", shortcut: "g e", group: "company" },
  audit: { to: "/company/audit", shortcut: "g u", group: "company", needs: "audit_view" },
  integrations: { to: "/company/integrations", shortcut: "g n", group: "company", needs: "webhooks_manage" },
  settings: { to: "/company/settings", shortcut: "g ,", group: "company" },
};

const NAMES = Object.keys(PLACES) as PlaceName[];

/** What the role does not allow and what the company does not use has no menu. */
export function placesFor(permissions: readonly string[], functions: readonly CompanyFunction[]): PlaceName[] {
  return NAMES.filter((name) => {
    const { needs, functions: wanted } = PLACES[name];
    const permitted = permissions.includes(needs ?? "workspace_view");
    return permitted && (wanted === undefined || wanted.some((each) => functions.includes(each)));
  });
}
