/**
 * The roles that every company has, and the permissions that roles are made of, in the order in which they are shown.
 * What a role allows is said by the server, with the session and with the list of roles.
 */

export const PERMISSIONS = [
  "workspace_view",
  "orders_manage",
  "supply_manage",
  "catalog_manage",
  "prices_manage",
  "stock_manage",
  "books_view",
  "audit_view",
  "payout_account_manage",
  "company_manage",
  "members_manage",
  "webhooks_manage",
  "api_keys_manage",
] as const;

export type Permission = (typeof PERMISSIONS)[number];

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

/** A role in words: the company's own name of it, or the built-in one's. */
export function roleName(words: Partial<Record<string, string>>, role: string, own?: string | null): string {
  return own ?? words[role] ?? role;
}
