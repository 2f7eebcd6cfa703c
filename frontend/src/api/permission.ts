/** What the person who is signed in may do for the company that they work for just now. */
import { useCallback } from "react";
import { operatorAllows, type OperatorPermission } from "@/lib/operator-roles";
import { allows, type Permission } from "@/lib/roles";
import { useSession } from "./session";

/** `const may = useMay(); may("prices_manage")` */
export function useMay(): (permission: Permission) => boolean {
  const account = useSession().account;
  const role = account?.companies.find(({ id }) => id === account.company_id)?.role;
  return useCallback((permission) => allows(role, permission), [role]);
}

/** The same for a person of the operator: `const may = useOperatorMay(); may("settle")` */
export function useOperatorMay(): (permission: OperatorPermission) => boolean {
  const role = useSession().account?.operator_role;
  return useCallback((permission) => operatorAllows(role, permission), [role]);
}
