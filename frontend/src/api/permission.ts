/** What the person who is signed in may do for the company that they work for just now. */
import { useCallback } from "react";
import { operatorAllows, type OperatorPermission } from "@/lib/operator-roles";
import type { Permission } from "@/lib/roles";
import { useSession } from "./session";
import type { Membership } from "./types";

/** The place that the person has in the company that they work for just now. */
export function useMembership(): Membership | undefined {
  const account = useSession().account;
  return account?.companies.find(({ id }) => id === account.company_id);
}

/** `const may = useMay(); may("prices_manage")` */
export function useMay(): (permission: Permission) => boolean {
  const permissions = useMembership()?.permissions;
  return useCallback((permission) => permissions?.includes(permission) === true, [permissions]);
}

/** Whether the company has a function switched on: `const uses = useUses(); uses("shop")` */
export function useUses(): (name: Membership["functions"][number]) => boolean {
  const functions = useMembership()?.functions;
  return useCallback((name) => functions?.includes(name) === true, [functions]);
}

/** The same for a person of the operator: `const may = useOperatorMay(); may("settle")` */
export function useOperatorMay(): (permission: OperatorPermission) => boolean {
  const role = useSession().account?.operator_role;
  return useCallback((permission) => operatorAllows(role, permission), [role]);
}
