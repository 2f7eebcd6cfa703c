/** A page for some roles alone. Whoever has another one is told so, instead of a refusal from the server. */
import type { ReactNode } from "react";
import { useOperatorMay } from "@/api/permission";
import { useT } from "@/i18n/provider";
import type { OperatorPermission } from "@/lib/operator-roles";
import { ForbiddenState } from "@/ui/states";

export function Only({ needs, children }: { needs: OperatorPermission; children: ReactNode }) {
  const t = useT("operator");
  const may = useOperatorMay();
  return may(needs) ? children : <ForbiddenState body={t.forbidden} />;
}
