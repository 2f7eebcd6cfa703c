/**
 * What each role of a company's members may do, for showing and hiding menus and buttons.
 * The server decides; this table only spares people a way that ends in a refusal.
 */

export type Permission =
  | "workspace_view"
  | "company_manage"
  | "members_manage"
  | "payout_account_manage"
  | "catalog_manage"
  | "prices_manage"
  | "stock_manage"
  | "orders_manage"
  | "supply_manage"
  | "books_view"
  | "webhooks_manage"
  | "api_keys_manage";

export const ROLES = [
  "owner",
  "sales",
  "accounting",
  "purchasing",
  "logistics",
  "production",
  "marketing",
  "support",
  "viewer",
] as const;

export type Role = (typeof ROLES)[number];

const EVERYTHING: readonly Permission[] = [
  "workspace_view",
  "company_manage",
  "members_manage",
  "payout_account_manage",
  "catalog_manage",
  "prices_manage",
  "stock_manage",
  "orders_manage",
  "supply_manage",
  "books_view",
  "webhooks_manage",
  "api_keys_manage",
];

const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  owner: EVERYTHING,
  sales: ["workspace_view", "catalog_manage", "prices_manage", "orders_manage", "supply_manage"],
  accounting: ["workspace_view", "books_view"],
  purchasing: ["workspace_view", "catalog_manage", "orders_manage"],
  logistics: ["workspace_view", "stock_manage", "supply_manage"],
  production: ["workspace_view", "stock_manage"],
  marketing: ["workspace_view", "catalog_manage"],
  support: ["workspace_view", "orders_manage"],
  viewer: ["workspace_view"],
};

/** A role that this version does not know may look, as every member may. */
export function allows(role: string | undefined, permission: Permission): boolean {
  if (role === undefined) return false;
  return (PERMISSIONS[role as Role] ?? ["workspace_view"]).includes(permission);
}
