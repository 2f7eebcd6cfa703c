/**
 * What each role of the operator's people may do, for showing and hiding menus and buttons.
 * The server decides; this table only spares people a way that ends in a refusal.
 */

export type OperatorPermission = "console_view" | "verify" | "trades_operate" | "settle" | "platform_manage" | "audit_view_all";

export const OPERATOR_ROLES = ["chief", "desk", "treasurer", "observer"] as const;

export type OperatorRole = (typeof OPERATOR_ROLES)[number];

const PERMISSIONS: Readonly<Record<OperatorRole, readonly OperatorPermission[]>> = {
  chief: ["console_view", "verify", "trades_operate", "settle", "platform_manage", "audit_view_all"],
  desk: ["console_view", "verify", "trades_operate"],
  treasurer: ["console_view", "settle", "audit_view_all"],
  observer: ["console_view", "audit_view_all"],
};

/** A role that this version does not know may look. */
export function operatorAllows(role: string | undefined, permission: OperatorPermission): boolean {
  if (role === undefined) return false;
  return (PERMISSIONS[role as OperatorRole] ?? ["console_view"]).includes(permission);
}
